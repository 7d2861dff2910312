// engine/carried.js: the texts that the lab carries: the packed core, the workers' script, the styles, the letters, the licences.
// A page holds them in elements of its own. The script of the element `<izhikevich-neuron>` holds them itself, since the page around
// it is not ours.

/** The text called `id`; '' where there is none. @param {string} id */
export function carried(id) {
  if (__ELEMENT__) return izhikevichTexts[id] ?? '';
  const holder = document.getElementById(id);
  return (holder instanceof HTMLTemplateElement ? holder.content : holder)?.textContent ?? '';
}
