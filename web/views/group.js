// views/group.js: a titled group of controls, with what is wrong with it as a whole below them.

/** @param {string} title @param {string} [name] of its class */
export function group(title, name = '') {
  const box = document.createElement('fieldset');
  box.className = `group ${name}`;
  const legend = document.createElement('legend');
  legend.textContent = title;
  box.append(legend);
  return {
    box,
    /** What stands below the title. @param {Node[]} content */
    fill: (...content) => box.replaceChildren(legend, ...content),
    /** Says what is wrong; nothing, once it has been put right. @param {WordedProblem[]} problems */
    say(problems) {
      box.querySelector(':scope > .problem')?.remove();
      if (!problems.length) return;
      const said = document.createElement('p');
      said.className = 'problem';
      said.setAttribute('role', 'alert');
      said.textContent = problems.map(({message}) => message).join(' ');
      box.append(said);
    },
  };
}

/** What a part has for a field: a number or none, or the name that was chosen. @param {Record<string, any> | undefined} part @param {{name: string}} field */
export const valueOf = (part, {name}) => part?.[name];

/** `other` where it can be compared. @template {{kind: string}} T @param {T} one @param {T | undefined} other */
export const sameKind = (one, other) => (other?.kind === one.kind ? other : undefined);
