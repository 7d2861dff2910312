// views/view.js: the base class of the views: an element with the words of its lab's language.
import {wordsOf} from '../plot/place.js';

export class View extends HTMLElement {
  /** @type {Words | undefined} */
  #words;

  /** The words of the lab it stands in; available only once it is connected. */
  get words() {
    return (this.#words ??= wordsOf(this));
  }

  /** The results on show. Only to be used once there are some. @returns {any} */
  get shown() {
    return undefined;
  }

  /** Draws the same as another view of its kind, for a picture; `changed` are other results. @param {any} view @param {object} changed */
  drawAs(view, changed) {
    Object.assign(this, {results: {...view.shown, ...changed}});
  }
}
