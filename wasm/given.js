// wasm/given.js: the experiments that JavaScript was given, each in the place under which the core keeps it too
// (given.hpp), so that one that comes back unchanged need not be written again.

export class Given {
  /** The experiment and its stimulus. @type {{object: any, list: readonly any[]}[]} */
  all = [];
  /** The place of the most recently used. */
  recent = -1;
  /** Everything ever given, so that what has lost its place is still recognised. @type {WeakSet<object>} */
  #ours = new WeakSet();

  /** Whether it was ever given. @param {any} value */
  has(value) {
    return this.#ours.has(value);
  }

  /** Its place, or -1. @param {any} experiment */
  placeOf(experiment) {
    if (this.all[this.recent]?.object === experiment) return this.recent;
    return this.all.findIndex(({object}) => object === experiment);
  }

  /** The place of the one with that stimulus, or -1. @param {any} stimulus */
  placeWith(stimulus) {
    return this.all.findIndex(({list}) => list === stimulus);
  }

  /** @param {number} place @param {any} object @param {readonly any[]} list its stimulus */
  keep(place, object, list) {
    this.all[place] = {object, list};
    this.recent = place;
    this.#ours.add(object);
  }
}
