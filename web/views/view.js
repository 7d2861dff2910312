// views/view.js: the base class of the views: an element with the words of its lab's language.
import {wordsOf} from '../plot/place.js';

export class View extends HTMLElement {
  /** @type {Words | undefined} */
  #words;

  /** The words of the lab it stands in; available only once it is connected. */
  get words() {
    return (this.#words ??= wordsOf(this));
  }
}
