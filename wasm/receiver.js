// wasm/receiver.js: reads what the core answers from the module's memory, as wasm/write.hpp writes it.

/** What is received: wasm/write.hpp, `Told`. */
const TOLD = {nothing: 0, no: 1, yes: 2, number: 3, text: 4, name: 5, list: 6, object: 7, shaped: 8, kind: 9};
const [SAMPLES, EXPERIMENT] = [10, 11];

const decoder = new TextDecoder();

export class Receiver {
  #slots;
  #given;
  /** Permanent texts, and names of fields, by their addresses. @type {Map<number, string>} */
  #names = new Map();
  /** The names of a shape's fields. @type {Map<number, string[]>} */
  #shapes = new Map();

  /** @param {import('./slots.js').Slots} slots @param {import('./given.js').Given} given */
  constructor(slots, given) {
    this.#slots = slots;
    this.#given = given;
  }

  /** The answer at an address. @param {number} address */
  answer(address) {
    this.#slots.go(address);
    return this.#read();
  }

  /** A permanent text. @param {number} address */
  #name(address) {
    const {bytes} = this.#slots;
    let name = this.#names.get(address);
    if (name === undefined) {
      name = decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
      this.#names.set(address, name);
    }
    return name;
  }

  /** The names of a shape's fields. @param {number} shape its address */
  #fields(shape) {
    let names = this.#shapes.get(shape);
    if (!names) {
      names = this.#slots.border.field_names(shape).split(',').filter(Boolean);
      this.#slots.go(8 * this.#slots.at);
      this.#shapes.set(shape, names);
    }
    return names;
  }

  /** @param {any} object @param {number} shape */
  #shaped(object, shape) {
    for (const name of this.#fields(shape)) object[name] = this.#read();
    return object;
  }

  /** The value at the current place. @returns {any} */
  #read() {
    const slots = this.#slots;
    const what = slots.words[2 * slots.at];
    const count = slots.words[2 * slots.at + 1];
    slots.at += 1;
    switch (what) {
      case TOLD.number:
        return slots.floats[slots.at++];
      case TOLD.shaped:
        return this.#shaped({}, count);
      case TOLD.name:
        return this.#name(count);
      case TOLD.kind:
        return this.#shaped({kind: this.#read()}, count);
      case SAMPLES: {
        const from = slots.words[2 * slots.at++] >> 3;
        return slots.floats.slice(from, from + count);
      }
      case TOLD.list: {
        const list = [];
        for (let i = 0; i < count; i += 1) list.push(this.#read());
        return list;
      }
      case TOLD.object: {
        /** @type {any} */
        const object = {};
        for (let i = 0; i < count; i += 1) {
          const key = this.#read();
          object[key] = this.#read();
        }
        return object;
      }
      case TOLD.text: {
        const from = 8 * slots.at;
        slots.at += (count + 7) >> 3;
        return decoder.decode(slots.bytes.subarray(from, from + count));
      }
      case EXPERIMENT:
        return this.#experiment(count);
      default:
        return what === TOLD.nothing ? null : what === TOLD.yes;
    }
  }

  /** An experiment, frozen; write.hpp describes its slots. @param {number} place */
  #experiment(place) {
    const slots = this.#slots;
    const same = this.#given.all[slots.words[2 * slots.at] - 1];
    const last = this.#given.all[slots.words[2 * slots.at + 1] - 1];
    slots.at += 1;
    /** @param {any} one @param {number} i */
    const known = (one, i) => (one ? Object.freeze(one) : last.list[i]);
    const list = same?.list ?? Object.freeze(this.#read().map(known));
    const object = this.#read();
    for (const [key, part] of Object.entries(object)) object[key] = part === null ? list : Object.freeze(part);
    this.#given.keep(place, Object.freeze(object), list);
    return object;
  }
}
