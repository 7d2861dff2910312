// build/element.mjs: the lab as a script that makes the element <izhikevich-neuron> (embed/element.js), and the same as a module that
// is a widget of notebooks (embed/widget.js).
import {join} from 'node:path';
import {scriptSafe} from './assemble.mjs';

/** The names of the files. */
export const ELEMENT = 'izhikevich-neuron.js';
export const WIDGET = 'izhikevich-neuron.mjs';

/**
 * The options of esbuild for the element's script, from those for the page: the modules, and that of the workers, know that they are in
 * a page that is not the lab's own (__ELEMENT__).
 * @param {string} web the folder of the page's source @param {any} page the options for the page
 */
export const elementOptions = (web, page) => ({
  ...page,
  entryPoints: [join(web, 'embed/element.js')],
  define: {...page.define, __ELEMENT__: 'true', 'globalThis.izhikevich': 'izhikevich'},
});

/**
 * A text in which the elements that the script makes are called by names that no other script in a page is likely to have given to
 * its own, such as izh-share-dialog: an element can be named only once in a page.
 * @param {string} script the script @param {string} text it, or another text about its elements
 */
function named(script, text) {
  const made = [...script.matchAll(/customElements\.define\(["'`]([a-z-]+)["'`]/g)].map(([, name]) => name);
  const names = made.filter((name) => name !== 'izhikevich-neuron');
  return text.replace(new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'g'), 'izh-$&');
}

/**
 * The script. What the page carries in elements of its own is in the script's texts (engine/carried.js). The script of the workers is a
 * function, which the page runs and whose text a worker gets; so nothing has to be evaluated, as a policy may forbid.
 * A byte order mark says that it is UTF-8, whatever the page around it is written in.
 * A second copy in a page does nothing: the name of an element can be given only once.
 * @param {{script: string, workers: string, texts: Record<string, string>, version: string}} parts
 */
export const elementScript = ({script, workers, texts, version}) =>
  scriptSafe(`\uFEFF/*! Izhikevich Lab ${version}. The licences of everything in this file are in its text "licences", and in the lab under "About". */
(() => {
if (customElements.get('izhikevich-neuron')) return;
let izhikevich;
const work = function () {${named(script, workers)}};
const izhikevichTexts = ${JSON.stringify({...texts, 'lab-style': named(script, texts['lab-style'])})};
izhikevichTexts['lab-workers'] = \`(\${work})()\`;
work();
${named(script, script)}
})();
`);

/**
 * The same as a module, with the widget as its default export.
 * @param {string} script the element's @param {string} widget the widget's module
 */
export const widgetModule = (script, widget) => `${script}${widget}\n`;

/** The options of esbuild for the widget's own module. @param {string} web @param {any} page */
export const widgetOptions = (web, page) => ({
  ...page,
  entryPoints: [join(web, 'embed/widget.js')],
  format: 'esm',
  plugins: [],
});
