// views/setting.js: a setting of the run, folded away behind a heading that shows its value.
import {capital} from '../words/say.js';
import {write} from './dom.js';
import {closeByItself} from './over.js';

/** A heading for screen readers; to be seen, what it heads says enough. @param {string} text */
export function headingOf(text) {
  const made = document.createElement('h3');
  return Object.assign(made, {className: 'unseen', textContent: text});
}

/**
 * @param {Words} words @param {string} name 'stimulus', 'initial', 'duration' or 'solver' @param {HTMLElement} content its controls
 */
export function setting(words, name, content) {
  const element = document.createElement('details');
  element.className = `setting ${name}`;
  const head = document.createElement('summary');
  const box = document.createElement('div');
  box.className = 'setting-box';
  box.append(content);
  element.append(head, box);
  return {
    element,
    heading: headingOf(capital(words.partNames[/** @type {'duration'} */ (name)])),
    /** To be called once it stands in its lab. */
    closeByItself: () => closeByItself(element),
    /** @param {Experiment} experiment */
    show: (experiment) => write(head, words.settingOf[/** @type {'duration'} */ (name)](experiment)),
  };
}
