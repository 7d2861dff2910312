// page/worker-script.js: the script of the workers. The page runs it too, to get the code that both need.
import {analyses} from 'listed:analyses';
import * as shared from '../engine/shared.js';

/**
 * Answers {experiment, window} with {study} or {error}, {sampling, form} with any number of {piece, done}, then {ended}, and the
 * questions of analysis-work.js. The first message contains the
 * core, compiled, or packed if a compiled one cannot be sent; questions that come earlier wait for it.
 */
function serve() {
  /** @type {(core: WebAssembly.Module | Promise<WebAssembly.Module>) => void} */
  let take = () => {};
  const engine = new Promise((resolve) => (take = resolve)).then(shared.instanceOf);
  engine.catch(() => {}); // whoever asks gets the error
  const questions = shared.analysisWork(
    () => engine,
    (message) => self.postMessage(message),
    analyses,
  );
  /** @param {{sampling: import('../engine/samples.js').Sampling, form: import('../engine/samples.js').Form}} asked */
  async function sample({sampling, form}) {
    try {
      const lines = shared.linesOf(await engine, sampling, form, 'worker');
      let next = lines.next();
      for (; !next.done; next = lines.next())
        self.postMessage({piece: new Blob([next.value.text]), done: next.value.done});
      self.postMessage({ended: next.value});
    } catch (error) {
      self.postMessage({error: String(error)});
    }
  }
  self.onmessageerror = () => self.postMessage({unreadable: true});
  self.onmessage = async ({data}) => {
    if (data.core) return take(data.core);
    if (data.packed) return take(shared.compile(data.packed));
    if (data.sampling) return sample(data);
    if (!data.experiment) {
      self.postMessage({read: true});
      return questions.take(data);
    }
    try {
      self.postMessage({study: (await engine).study(data.experiment, data.window)});
    } catch (error) {
      self.postMessage({error: String(error)});
    }
  };
}

if (typeof document === 'undefined') serve();
else {
  globalThis.izhikevich = {...shared, analyses};
  // Starts before the page's own script is parsed, unless that waits for a button; whoever needs it reports a failure.
  if (!/[?&]poster(=1)?(&|$)/.test(location.search)) shared.compiledCore().catch(() => {});
}
