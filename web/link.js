// link.js: what the address says: #note-4 opens that preset.

/** @param {string} hash */
export function presetIn(hash) {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray per cent sign is no reason to stop
  }
}

/** Writes the preset into the address, where that is allowed. @param {string} id */
export function writeLink(id) {
  try {
    history.replaceState(null, '', '#' + encodeURIComponent(id));
  } catch {
    // A page in a strict sandbox has no say over its address; the link is then simply not updated.
  }
}
