// session/ranges.js: ranges and tick values for axes, in round numbers.

/**
 * A range that contains both numbers and has round ends, with the step between its ticks.
 * @param {number} low @param {number} high
 */
export function roundRange(low, high, parts = 4) {
  if (!(high > low)) return roundRange(low - Math.max(1, Math.abs(low) * 0.1), low + Math.max(1, Math.abs(low) * 0.1));
  const step = niceStep((high - low) / parts);
  return {min: Math.floor(low / step + 1e-9) * step, max: Math.ceil(high / step - 1e-9) * step, step};
}

/** The smallest round number not below `rough`: 1, 2 or 5 times a power of ten. @param {number} rough */
export function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough * 0.999) ?? 10 * power;
}

/** The lowest and highest of many numbers. @param {ArrayLike<number>[]} columns */
export function extent(columns) {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (let i = 0; i < column.length; i += 1) {
      if (column[i] < low) low = column[i];
      if (column[i] > high) high = column[i];
    }
  }
  return low <= high ? {low, high} : {low: 0, high: 1};
}

/**
 * `x` rounded to a multiple of the largest power of ten not above `size`: as precise as a pointer can be aimed, in few digits.
 * @param {number} x @param {number} size
 */
export function rounded(x, size) {
  const power = Math.floor(Math.log10(size) + 1e-9);
  const scale = 10 ** Math.abs(power);
  return power < 0 ? Math.round(x * scale) / scale : Math.round(x / scale) * scale;
}

/** The ticks of a logarithmic axis from 10^min to 10^max, as exponents: powers of ten, and over few decades also 2 and 5 times them. @param {number} min @param {number} max */
export function powerMarks(min, max) {
  const factors = max - min < 2.2 ? [1, 2, 5] : [1];
  const all = [];
  for (let power = Math.floor(min); power <= max; power += 1) all.push(...factors.map((by) => power + Math.log10(by)));
  return all.filter((at) => at >= min - 1e-9 && at <= max + 1e-9);
}

/** All multiples of `step` from `min` to `max`. @param {number} min @param {number} max @param {number} step */
function multiples(min, max, step) {
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({length: Math.max(0, count)}, (_, i) => tidy((first + i) * step));
}

/**
 * The ticks of an axis `room` px long: multiples of the smallest round step at which neighbours are as far apart as `apart` asks
 * of them, in px. Where only one fits, the roundest: 0 if it is there.
 * @param {number} min @param {number} max @param {number} room @param {(ticks: number[]) => number} apart
 */
export function ticksOf(min, max, room, apart) {
  const span = max - min;
  if (!(span > 0 && room > 0)) return [];
  let step = niceStep((10 * span) / room); // no text has room in less than 10 px
  while (!multiples(min, max, step).length) step = niceStep(step / 2.5);
  for (let last = multiples(min, max, step); ; step = niceStep(step * 1.5)) {
    const ticks = multiples(min, max, step);
    if (ticks.length < 2) return ticks.length ? ticks : [last[last.length >> 1]];
    if ((step / span) * room >= apart(ticks)) return ticks;
    last = ticks;
  }
}

/** A value rounded to 12 digits, free of floating-point noise. @param {number} x */
export const tidy = (x) => Number(x.toPrecision(12));
