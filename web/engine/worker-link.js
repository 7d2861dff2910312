// engine/worker-link.js: the worker that answers questions. A step cannot be interrupted, so a worker that is still busy when
// something newer has been asked is replaced by a fresh one.

/** How long a newer question waits for the current step, in ms: few steps take that long, and a fresh worker starts in less. */
const PATIENCE = 300;

export class WorkerLink {
  #start;
  #take;
  #open;
  #lost;
  /** @type {Worker | null | undefined} undefined: not tried yet; null: not allowed here */
  #worker;
  /** Whether the worker has answered yet: until then it is still starting, however long that takes. */
  #heard = false;
  /** How many messages the worker has not read yet. */
  #unread = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {() => Worker | null} start @param {(message: any) => void} take handles an answer
   * @param {() => any[]} open what to ask a fresh worker again @param {() => void} lost called when there is no worker any more
   */
  constructor(start, take, open, lost) {
    this.#start = start;
    this.#take = take;
    this.#open = open;
    this.#lost = lost;
  }

  /** Sends a message to the worker; false if there is none. @param {any} message */
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
      // This frame may not start workers, or the worker crashed.
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
