// send/download.js: the page itself, and results as CSV, as files.

/** The model in one line, as the core has it. */
let model = '';

/** @param {string} text */
export const nameModel = (text) => (model = text);

/** The page as it was before it ran, byte for byte the file that was opened. */
let pristine = '';

/** Must be called before anything touches the document. */
export function keepPristine() {
  pristine = '<!doctype html>\n' + document.documentElement.outerHTML + '\n';
}

/** True where the browser may refuse downloads without a word: in a frame of unknown origin, as a sandbox makes it. */
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

export const downloadPage = () => download('izhikevich-lab.html', 'text/html', pristine);

/** @param {Experiment} experiment */
const heading = (experiment) => [
  `# Izhikevich Lab ${__VERSION__}`,
  `# experiment ${JSON.stringify(experiment)}`,
  `# ${model}`,
];

/** The samples of a run, with names, units and what it takes to run it again. @param {Words} words @param {Result} result */
export function samplesCsv(words, {experiment, recording}) {
  const {time, v, u, current} = recording;
  const rows = Array.from(time, (at, i) => [at, v[i], u[i], current[i]].join(','));
  return [...heading(experiment), ['time', 'v', 'u', 'current'].map(words.axes).join(','), ...rows, ''].join('\n');
}

/** The spikes of a run likewise. @param {Words} words @param {Result} result */
export function spikesCsv(words, {experiment, recording}) {
  const columns = words.columns();
  const rows = Array.from(recording.spikes, (at, i) => [i + 1, at, recording.spike_u[i]].join(','));
  return [...heading(experiment), [columns.number, columns.time, columns.u_before].join(','), ...rows, ''].join('\n');
}

/** A value as a file has it; a text that holds a mark of the format is quoted. @param {number | string | null} x */
const cell = (x) => (typeof x === 'string' && /[",\n]/.test(x) ? `"${x.replace(/"/g, '""')}"` : (x ?? ''));

/**
 * What an analysis found, likewise: each note a line of the heading; what is not there is left empty.
 * @param {Experiment} experiment @param {string[]} notes @param {Quantity[]} quantities @param {(number | string | null)[][]} rows
 */
export function tableCsv(experiment, notes, quantities, rows) {
  const names = quantities.map(({name, unit}) => (unit ? `${name} [${unit}]` : name));
  const lines = rows.map((row) => row.map(cell).join(','));
  return [...heading(experiment), ...notes.map((note) => `# ${note}`), names.join(','), ...lines, ''].join('\n');
}
