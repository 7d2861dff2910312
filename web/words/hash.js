// words/hash.js: a short name for a long text, by which the page looks up what it does not carry.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** How long the name is. */
export const LENGTH = 4;

/** 24 bits of FNV-1a: a few hundred texts hardly ever share one, and the build looks. @param {string} text */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum ^= sum >>> 24;
  return [18, 12, 6, 0].map((shift) => LETTERS[(sum >>> shift) & 63]).join('');
}
