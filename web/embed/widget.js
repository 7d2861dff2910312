// embed/widget.js: the element as a widget of notebooks and books (anywidget): Jupyter, Colab, VS Code, marimo, MyST. It uses the
// element as any page does, so that all widgets of a page share one engine, whichever copy of this module they come from.

/** @typedef {{get: (name: string) => any, set?: (name: string, value: any) => void, save_changes?: () => void, on?: (event: string, heard: () => void) => void, off?: (event: string, heard: () => void) => void}} Model */

/** What a model says that is an attribute of the element. */
const ATTRIBUTES = [
  ...['preset', 'current', 'view', 'show', 'controls', 'lock', 'answers', 'poster'],
  ...['lab', 'theme', 'lang'],
];

/** A model's value as an attribute; null for none. @param {string} name @param {any} value */
function written(name, value) {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return name === 'answers' ? (value ? null : 'off') : value ? '1' : null;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Shows a lab in `el` as `model` says, and writes to the model what becomes of it: `experiment`, `link` and `spikes`. Some hosts
 * only show what they are given, and throw at that. A model may have several views, of which each hears what another writes: what a
 * view shows already is no change to it. Returns what ends it.
 * @param {{model: Model, el: HTMLElement}} given
 */
function render({model, el}) {
  const neuron = /** @type {any} */ (document.createElement('izhikevich-neuron'));
  /** What was written to the model last, by its name, so that it is not taken for a change that someone else made. @type {Map<string, string>} */
  const told = new Map();

  /** @param {string} name @param {boolean} [first] */
  function take(name, first = false) {
    const value = model.get(name);
    if (told.get(name) === JSON.stringify(value)) return;
    told.delete(name);
    if (name === 'experiment') {
      // Nothing is edited at first; later, that is to undo all edits.
      if (value && !(first && same(value, {})) && !same(value, neuron.experiment)) neuron.experiment = value;
      return;
    }
    const text = written(name, value);
    if (text === null) neuron.removeAttribute(name);
    else if (name !== 'link') neuron.setAttribute(name, text);
    else if (text !== neuron.link) neuron.link = text;
  }

  /** @param {Record<string, any>} values */
  function write(values) {
    try {
      for (const [name, value] of Object.entries(values)) {
        if (same(model.get(name), value)) continue;
        told.set(name, JSON.stringify(value));
        model.set?.(name, value);
      }
      model.save_changes?.();
    } catch {
      // This host does not let a widget write.
    }
  }

  const heard = [...ATTRIBUTES, 'link', 'experiment'].map((name) => ({name, change: () => take(name)}));
  for (const {name, change} of heard) {
    take(name, true);
    model.on?.(`change:${name}`, change);
  }
  neuron.addEventListener('edit', (/** @type {CustomEvent} */ {detail: {experiment, link}}) =>
    write({experiment, link}),
  );
  neuron.addEventListener('run', (/** @type {CustomEvent} */ {detail: {times}}) => write({spikes: times}));
  el.append(neuron);
  return () => {
    for (const {name, change} of heard) model.off?.(`change:${name}`, change);
    neuron.remove();
  };
}

export default {render};
