// send/download.js: saves files, and writes results as CSV.

/** The equations of the model in one line, from the core. */
let model = '';

/** @param {string} text */
export const nameModel = (text) => (model = text);

/** Whether the browser may block downloads silently: in a frame of opaque origin, such as a sandboxed one. */
export const downloadsUncertain = () => window.self !== window.top && window.origin === 'null';

/** @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** @param {Experiment} experiment */
const heading = (experiment) => [
  `# Izhikevich Lab ${__VERSION__}`,
  `# experiment ${JSON.stringify(experiment)}`,
  `# ${model}`,
];

/** The samples of a run as CSV, with names, units and everything needed to run it again. @param {Words} words @param {Result} result */
export function samplesCsv(words, {experiment, recording}) {
  const {time, v, u, current} = recording;
  const rows = Array.from(time, (at, i) => [at, v[i], u[i], current[i]].join(','));
  return [...heading(experiment), ['time', 'v', 'u', 'current'].map(words.axes).join(','), ...rows, ''].join('\n');
}

/** The spikes of a run as CSV. @param {Words} words @param {Result} result */
export function spikesCsv(words, {experiment, recording}) {
  const columns = words.columns();
  const rows = Array.from(recording.spikes, (at, i) => [i + 1, at, recording.spike_u[i]].join(','));
  return [...heading(experiment), [columns.number, columns.time, columns.u_before].join(','), ...rows, ''].join('\n');
}

/** A value in a CSV file; a text with special characters is quoted. @param {number | string | null} x */
const cell = (x) => (typeof x === 'string' && /[",\n]/.test(x) ? `"${x.replace(/"/g, '""')}"` : (x ?? ''));

/**
 * The results of an analysis as CSV: each note is a line of the heading; missing values are empty.
 * @param {Experiment} experiment @param {string[]} notes @param {Quantity[]} quantities @param {(number | string | null)[][]} rows
 */
export function tableCsv(experiment, notes, quantities, rows) {
  const names = quantities.map(({name, unit}) => (unit ? `${name} [${unit}]` : name));
  const lines = rows.map((row) => row.map(cell).join(','));
  return [...heading(experiment), ...notes.map((note) => `# ${note}`), names.join(','), ...lines, ''].join('\n');
}
