// views/group.js: a titled group of controls, with problems of the group as a whole shown below them.

/** @param {string} title @param {string} [name] a CSS class for it */
export function group(title, name = '') {
  const box = document.createElement('fieldset');
  box.className = `group ${name}`;
  const legend = document.createElement('legend');
  legend.textContent = title;
  box.append(legend);
  return {
    box,
    /** Replaces everything below the title. @param {Node[]} content */
    fill: (...content) => box.replaceChildren(legend, ...content),
    /** Shows the problems of the group; an empty list removes the message. @param {WordedProblem[]} problems */
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

/** The value of a field within its part of the experiment: a number, null, or the name chosen. @param {Record<string, any> | undefined} part @param {{name: string}} field */
export const valueOf = (part, {name}) => part?.[name];

/** `other` if it is of the same kind as `one`, so that their fields can be compared; else undefined. @template {{kind: string}} T @param {T} one @param {T | undefined} other */
export const sameKind = (one, other) => (other?.kind === one.kind ? other : undefined);
