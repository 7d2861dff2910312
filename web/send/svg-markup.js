// send/svg-markup.js: what was drawn, written as SVG.
import {short} from './svg-path.js';

/** A part of a label: its letters, and the height of the line that they stand on. @typedef {{text: string, face: string, on: number}} Run */
/**
 * What was drawn: a path, a label, the outline beneath one (`halo`), or a group. `clip`: the id of what it is clipped to.
 * @typedef {{d: string, look: string, clip: string, opaque: boolean, filled: boolean}} Drawn
 * @typedef {{runs: Run[], place: string, look: string, clip: string, halo: boolean, matrix: import('./svg-path.js').Matrix, end: number, id?: string}} Label
 * @typedef {{name: string, inside: Item[]}} Group
 * @typedef {Drawn | Label | Group} Item
 */

/** A text for SVG or HTML. @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The look of a label's letters, if they share one, and the letters. @param {Label} label */
function lettersOf({runs: [first, ...more]}) {
  if (!more.length) return [first.face, escaped(first.text)];
  const all = [first, ...more].map(({text, face, on}, i) => {
    const down = i && on - [first, ...more][i - 1].on;
    return `<tspan${face}${down ? ` dy="${short(down)}"` : ''}>${escaped(text)}</tspan>`;
  });
  return ['', all.join('')];
}

/** @param {Item[]} items @param {string} id what the ids of labels begin with @returns {string} */
export function markupOf(items, id) {
  let named = 0;

  /** @param {Label} label @param {Item[]} after */
  function write(label, after) {
    const [face, letters] = lettersOf(label);
    if (!label.halo) {
      const text = (/** @type {string} */ look) => `<text${look}${label.place}${face}>${letters}</text>`;
      return label.id ? `<g${label.look}>${text(` id="${label.id}"`)}</g>` : text(label.look);
    }
    // The outline beneath a label is drawn from the label, so that its text is there once, and both change together.
    const own = after.find((one) => 'runs' in one && !one.halo && one.place === label.place);
    if (!own) return '';
    Object.assign(own, {id: `${id}-t${(named += 1)}`});
    return `<use xlink:href="#${id}-t${named}"${label.look}/>`;
  }

  /** @param {Item[]} all @returns {string} */
  function writeAll(all) {
    let clip = '';
    const clipTo = (/** @type {string} */ next) => {
      const turn = next === clip ? '' : (clip && '</g>') + (next && `<g clip-path="url(#${next})">`);
      clip = next;
      return turn;
    };
    const written = all.map((item, i) => {
      if ('inside' in item) {
        const inside = writeAll(item.inside);
        return inside && `${clipTo('')}<g class="${item.name}">${inside}</g>`;
      }
      const turn = clipTo(item.clip);
      return turn + ('d' in item ? `<path${item.look} d="${item.d}"/>` : write(item, all.slice(i + 1)));
    });
    return written.join('') + clipTo('');
  }

  return writeAll(items);
}
