// views/view.js: an element that speaks the language of its lab.
import {wordsOf} from '../plot/place.js';

export class View extends HTMLElement {
  /** @type {Words | undefined} */
  #words;

  /** The words of its lab, in whose one language it is made; to be asked for once it stands there. */
  get words() {
    return (this.#words ??= wordsOf(this));
  }
}
