// send/file-name.js: names of files that say what they hold.

/** A text as a part of a file's name: letters, digits and hyphens. @param {string} text */
const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/**
 * The name of a file about what is shown, without its ending: IB_fI, note-4-edited_v.
 * @param {{preset: Preset, edited: boolean, labels: import('../session/labels.js').Labels}} session @param {string} [what] in it
 */
export function fileName({preset, edited, labels}, what = '') {
  const its = plain(labels.title) || plain(labels.name) || preset.id + (edited ? '-edited' : '');
  return what ? `${its}_${what}` : its;
}
