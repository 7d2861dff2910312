// wasm/border.js: the core's functions as JavaScript functions. Arguments and answers cross as slots of eight bytes in
// the module's memory, written and read in one go, without a call for each value.
import {Given} from './given.js';
import {Receiver, textAt} from './receiver.js';
import {Sender} from './sender.js';
import {Slots} from './slots.js';

/** What the module imports from JavaScript. @param {() => any} exports */
const imports = (exports) => ({
  env: {
    /** @param {number} message its address */
    refused(message) {
      throw new Error(textAt(new Uint8Array(exports().memory.buffer), message));
    },
    emscripten_notify_memory_growth() {},
  },
  // musl's exit: never needed, as this is not a program.
  wasi_snapshot_preview1: {proc_exit() {}},
});

/** An instance of the compiled core: its functions by their names, and its memory. @param {WebAssembly.Module} module @returns {Promise<Engine>} */
export async function engineOf(module) {
  /** @type {any} */
  let exports;
  ({exports} = await WebAssembly.instantiate(
    module,
    imports(() => exports),
  ));
  exports._initialize();
  const slots = new Slots(exports);
  const given = new Given();
  const sender = new Sender(slots, given);
  const receiver = new Receiver(slots, given);
  let calling = false;

  /** @param {number} index of the function @param {any[]} values */
  function call(index, values) {
    if (calling) throw new Error('The core was called by what it was given.');
    const stack = exports.stackSave();
    calling = true;
    /** @type {any} */
    let lost;
    const keep = () => {
      const place = lost ? exports.kept_anew() - 1 : -1;
      if (place >= 0) given.keep(place, lost, lost.stimulus);
      lost = undefined;
    };
    try {
      lost = sender.send(values);
      const answer = exports.call(index);
      slots.look();
      keep();
      slots.at = answer >> 3;
      return receiver.read();
    } finally {
      keep();
      exports.stackRestore(stack); // an error leaves the stack as it was
      exports.end();
      calling = false;
    }
  }

  /** @type {any} */
  const engine = {memory: exports.memory};
  for (let index = 0, at; (at = exports.bound_function(index)); index += 1) {
    slots.look();
    const [name, all] = [0, 1].map((word) => receiver.name(slots.words[(at >> 2) + word]));
    const count = all ? all.split(', ').length : 0;
    engine[name] = (/** @type {any[]} */ ...values) => {
      if (values.length === count) return call(index, values);
      throw new Error(`${name} takes ${all ? `(${all})` : 'nothing'}: ${values.length} arguments were given.`);
    };
  }
  return engine;
}
