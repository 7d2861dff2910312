// wasm/sender.js: writes the arguments of a call into the module's memory, as wasm/read.hpp reads them.

/** What is sent: wasm/read.hpp, `Sent`. */
const SENT = {
  nothing: 0,
  no: 1,
  yes: 2,
  number: 3,
  text: 4,
  list: 5,
  object: 6,
  experiment: 7,
  stimulus: 8,
  stimuli: 9,
};

// Nothing larger can be an experiment; the core then says so instead of reading on for minutes: an object that
// contains itself twice doubles with every level. A thousand stimuli have about 6000 values.
const DEEPEST = 8;
const MOST_VALUES = 8192;
/** A longer list is refused unread. */
const MOST_NUMBERS = 1e7;
/** There is room for so many slots to begin with; more than the most is not kept for the next call. */
const ROOM = 4096;
const MOST_ROOM = 1 << 17;

const encoder = new TextEncoder();

export class Sender {
  #slots;
  #given;
  /** Where the room for arguments begins and ends, in slots. */
  #begin = 0;
  #end = 0;
  /** How many more values an argument may have. */
  #left = 0;

  /** @param {import('./slots.js').Slots} slots @param {import('./given.js').Given} given */
  constructor(slots, given) {
    this.#slots = slots;
    this.#given = given;
  }

  /** Writes the arguments of a call. Returns in which slots they begin, counted from the first. @param {any[]} values */
  send(values) {
    if (this.#end === 0 || this.#end - this.#begin > MOST_ROOM) this.#make(ROOM);
    for (const value of values) if (this.#given.has(value) && this.#given.placeOf(value) < 0) this.#keep(value);
    this.#slots.go(8 * this.#begin);
    return values.map((value) => this.#argument(value));
  }

  /** Has the core keep an experiment again that was given earlier and has lost its place. @param {any} experiment */
  #keep(experiment) {
    this.#slots.go(8 * this.#begin);
    this.#given.keep(this.#slots.border.keep(this.#argument(experiment)), experiment, experiment.stimulus);
  }

  /** Writes an argument, and returns in which slot it begins. @param {any} value */
  #argument(value) {
    const begin = this.#slots.at - this.#begin;
    this.#left = MOST_VALUES;
    this.#write(value, 0);
    return begin;
  }

  /** Makes room for `count` slots from the first argument on. @param {number} count */
  #make(count) {
    const slots = this.#slots;
    const used = slots.at - this.#begin;
    slots.go(slots.border.room(count));
    this.#begin = slots.at;
    this.#end = this.#begin + count;
    slots.at += used;
  }

  /** Makes sure that `count` more slots can be written. @param {number} count */
  #need(count) {
    const slots = this.#slots;
    if (slots.at + count > this.#end) this.#make(2 * (slots.at + count - this.#begin));
  }

  /** @param {number} what @param {number} count */
  #head(what, count) {
    const slots = this.#slots;
    this.#need(1);
    slots.words[2 * slots.at] = what;
    slots.words[2 * slots.at + 1] = count;
    slots.at += 1;
  }

  /** @param {string} text */
  #text(text) {
    const slots = this.#slots;
    this.#need(1 + Math.ceil((3 * text.length) / 8));
    const from = 8 * (slots.at + 1);
    let count = 0;
    // Fast path: keys and kinds are short ASCII.
    for (; count < text.length && text.length < 32; count += 1) {
      const code = text.charCodeAt(count);
      if (code > 127) break;
      slots.bytes[from + count] = code;
    }
    if (count < text.length) count = encoder.encodeInto(text, slots.bytes.subarray(from)).written;
    this.#head(SENT.text, count);
    slots.at += (count + 7) >> 3;
  }

  /** A list: its numbers up to the first other item, then the rest. @param {any} list @param {number} depth */
  #list(list, depth) {
    const slots = this.#slots;
    const {length} = list;
    this.#head(SENT.list, length);
    const counts = slots.at - this.#begin;
    this.#head(0, 0);
    if (length > MOST_NUMBERS) return;
    let numbers = 0;
    while (numbers < length && Number.isFinite(list[numbers])) numbers += 1;
    this.#need(numbers);
    if (ArrayBuffer.isView(list)) slots.floats.set(/** @type {any} */ (list).subarray(0, numbers), slots.at);
    else for (let i = 0; i < numbers; i += 1) slots.floats[slots.at + i] = list[i];
    slots.at += numbers;
    let others = 0;
    for (let i = numbers; i < length && this.#left > 0; i += 1, others += 1) {
      this.#left -= 1;
      const recent = this.#given.all[this.#given.recent];
      if (typeof list[i] === 'object' && list[i] && recent?.list[i] === list[i]) {
        this.#head(SENT.stimulus, 0);
        this.#head(this.#given.recent, i);
      } else this.#write(list[i], depth + 1);
    }
    slots.words[2 * (this.#begin + counts)] = numbers;
    slots.words[2 * (this.#begin + counts) + 1] = others;
  }

  /** @param {any} object @param {number} depth */
  #object(object, depth) {
    const slots = this.#slots;
    const keys = Object.keys(object);
    if (keys.length > this.#left) return this.#text('an object of too many members');
    const head = slots.at - this.#begin;
    this.#head(SENT.object, 0);
    let count = 0;
    for (const key of keys) {
      if (!(this.#left > 0)) break;
      this.#left -= 1;
      const member = object[key];
      if (member === undefined) continue; // left out
      this.#text(key);
      this.#write(member, depth + 1);
      count += 1;
    }
    slots.words[2 * (this.#begin + head) + 1] = count;
  }

  /**
   * A value as JSON would have it. What JSON cannot express (a function, a symbol, a BigInt, a cyclic object) becomes a
   * text that names it, for the core to object to.
   * @param {any} value @param {number} depth
   */
  #write(value, depth) {
    const slots = this.#slots;
    const type = typeof value;
    if (type === 'number') {
      this.#need(2);
      this.#head(SENT.number, 0);
      slots.floats[slots.at++] = value;
    } else if (value === null || type === 'undefined') this.#head(SENT.nothing, 0);
    else if (type === 'string') this.#text(value);
    else if (type === 'boolean') this.#head(value ? SENT.yes : SENT.no, 0);
    else if (type !== 'object') this.#text(`a ${type}`);
    else if (this.#given.placeOf(value) >= 0) {
      this.#given.recent = this.#given.placeOf(value);
      this.#head(SENT.experiment, this.#given.recent);
    } else if (depth > DEEPEST) this.#text('something nested too deeply');
    else if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)) {
      const place = depth ? -1 : this.#given.placeWith(value);
      if (place < 0) this.#list(value, depth);
      else this.#head(SENT.stimuli, (this.#given.recent = place));
    } else this.#object(value, depth);
  }
}
