// wasm/border.js: the core's functions as JavaScript functions. Embind binds and calls them; arguments and answers cross
// as slots of eight bytes in the module's memory, written and read in one go, without a call for each value.
import create from '../build/wasm/izhikevich.mjs';
import {Given} from './given.js';
import {Receiver} from './receiver.js';
import {Sender} from './sender.js';
import {Slots} from './slots.js';

/** What Emscripten makes of the compiled core. @param {WebAssembly.Module} module @returns {Promise<any>} */
const instanceOf = (module) =>
  new Promise((resolve, reject) => {
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} take */
    const instantiateWasm = (imports, take) => {
      WebAssembly.instantiate(module, imports).then(take).catch(reject);
      return {}; // the exports follow by way of `take`
    };
    create({instantiateWasm}).then(resolve, reject);
  });

/** An instance of the compiled core: its functions by their names. @param {WebAssembly.Module} module @returns {Promise<Engine>} */
export async function engineOf(module) {
  const core = await instanceOf(module);
  // Embind notes how many arguments a function takes; nothing else in the instance has such a note.
  const bound = Object.entries(core).filter(([, one]) => one?.argCount !== undefined);
  const {room, keep, field_names, message_of, ...functions} = Object.fromEntries(bound);
  const slots = new Slots(core, {room, keep, field_names});
  const given = new Given();
  const sender = new Sender(slots, given);
  const receiver = new Receiver(slots, given);
  const stack = core.stackSave();
  let calling = false;

  /** Calls a function of the core, which throws the addresses of exceptions. @param {(...slots: number[]) => number} one @param {number[]} at */
  function answerOf(one, at) {
    try {
      return one(...at);
    } catch (thrown) {
      if (typeof thrown !== 'number') throw thrown;
      core.stackRestore(stack); // no frame of the core was unwound
      throw new Error(message_of(thrown));
    }
  }

  /** @param {(...slots: number[]) => number} one @param {any[]} values */
  function call(one, values) {
    if (calling) throw new Error('The core was called by what it was given.');
    calling = true;
    try {
      return receiver.answer(answerOf(one, sender.send(values)));
    } finally {
      calling = false;
    }
  }

  /** @type {any} */
  const engine = {
    get memory() {
      return core.HEAPU8.buffer;
    },
  };
  for (const [name, one] of Object.entries(functions))
    engine[name] = (/** @type {any[]} */ ...values) => call(one, values);
  return engine;
}
