// engine/worker-link.js: the worker that works on the questions. A step under way cannot be interrupted, so a worker that does not
// listen while something newer is asked is replaced by a fresh one.

/** How long a newer question waits for the step under way, in ms: few take so long, and a fresh worker starts in less. */
const PATIENCE = 300;

export class WorkerLink {
  #start;
  #take;
  #open;
  #lost;
  /** @type {Worker | null | undefined} undefined: not tried yet; null: not allowed here */
  #worker;
  /** Whether the worker has answered yet: until then it is only starting, however long that takes. */
  #heard = false;
  /** The messages that it has not read yet. */
  #unread = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {() => Worker | null} start @param {(message: any) => void} take what it answers
   * @param {() => any[]} open what is to be asked again of a fresh worker @param {() => void} lost there is no worker any more
   */
  constructor(start, take, open, lost) {
    this.#start = start;
    this.#take = take;
    this.#open = open;
    this.#lost = lost;
  }

  /** Sends it; false where there is no worker to send it to. @param {any} message */
  post(message) {
    if (this.#worker === undefined) this.#begin();
    if (!this.#worker) return false;
    this.#send(message);
    return true;
  }

  /** @param {any} message */
  #send(message) {
    this.#worker?.postMessage(message);
    this.#unread += 1;
    if (message.ask && this.#heard) this.#waiting ??= setTimeout(() => this.#replace(), PATIENCE);
  }

  #begin() {
    this.#heard = false;
    this.#unread = 0;
    this.#worker = this.#start();
    if (!this.#worker) return;
    this.#worker.onmessage = ({data}) => {
      this.#heard = true;
      if (!data.read) return this.#take(data);
      this.#unread -= 1;
      if (this.#unread === 0) this.#listened();
    };
    this.#worker.onerror = () => {
      // The frame may not start workers, or the worker broke.
      this.#end(null);
      this.#lost();
    };
  }

  /** Ends the worker for good. */
  end() {
    this.#end(null);
  }

  #replace() {
    this.#end(undefined);
    this.#begin();
    for (const message of this.#open()) this.#send(message);
  }

  /** @param {null | undefined} next */
  #end(next) {
    this.#listened();
    this.#worker?.terminate();
    this.#worker = next;
  }

  #listened() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }
}
