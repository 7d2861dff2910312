// build/still.mjs: a picture of v(t), computed when the page is built and shown where the lab cannot run.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {engineOf} from '../../wasm/border.js';

/** The height of 1 mV and of the margins above and below, in units of the picture. */
const SCALE = 3;
const MARGIN = 15;

/** An SVG path through points with integer coordinates; successive steps in one direction are joined. @param {number[][]} points */
function path(points) {
  const strokes = [];
  for (const [i, [x, y]] of points.entries()) {
    if (!i) continue;
    const [dx, dy] = [x - points[i - 1][0], y - points[i - 1][1]];
    const last = strokes.at(-1);
    if (!dx && !dy) continue;
    if (last && last[0] * dy === last[1] * dx && last[0] * dx + last[1] * dy > 0)
      strokes[strokes.length - 1] = [last[0] + dx, last[1] + dy];
    else strokes.push([dx, dy]);
  }
  return `M${points[0]}l${strokes.join(' ')}`;
}

/** v(t) of the preset RS as SVG text; its width is one unit for each ms. @param {string} folder with the wasm module */
export async function still(folder) {
  const core = await engineOf(await WebAssembly.compile(readFileSync(join(folder, 'izhikevich.wasm'))));
  const [experiment] = core.presets().find(({id}) => id === 'RS').runs;
  const {cell, duration} = experiment;
  const {time, v, spikes} = core.simulate(experiment, {points: Math.round(duration / 2) + 1});
  const peaks = Array.from(spikes).flatMap((at) => [
    [at, cell.vpeak],
    [at, cell.c],
  ]);
  // In order of time; the sort is stable, so at a spike the peak stays before the reset.
  const all = [...Array.from(time, (at, i) => [at, v[i]]), ...peaks].sort(([one], [other]) => one - other);
  const y = (volts) => Math.round(SCALE * (cell.vpeak - volts)) + MARGIN;
  const height = y(Math.min(...all.map(([, volts]) => volts))) + MARGIN;
  const curve = path(all.map(([at, volts]) => [Math.round(at), y(volts)]));
  return `<svg viewBox="0 0 ${duration} ${height}" aria-hidden="true"><path d="${curve}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"></path></svg>`;
}
