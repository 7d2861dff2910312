// engine/carried.js: the texts that the lab carries: the packed core, the workers' script, the styles, the letters, the licences.
// A page holds them in elements of its own. The script of the element `<izhikevich-neuron>` holds them itself, since the page around
// it is not ours.

/** The text called `id`; '' where there is none. @param {string} id */
export function carried(id) {
  if (__ELEMENT__) return izhikevichTexts[id] ?? '';
  const holder = /** @type {any} */ (document.getElementById(id));
  return (holder?.content ?? holder)?.textContent ?? ''; // a template has its text in its content
}

/** The bytes that a text in base64 stands for. @param {string} base64 */
export function bytesIn(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}
