// views/setting.js: a setting of the run, folded away behind a heading that shows its value.
import {write} from './dom.js';
import {closeByItself} from './over.js';

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
    /** To be called once it stands in its lab. */
    closeByItself: () => closeByItself(element),
    /** @param {Experiment} experiment */
    show: (experiment) => write(head, words.settingOf[/** @type {'duration'} */ (name)](experiment)),
  };
}
