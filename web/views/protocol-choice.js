// views/protocol-choice.js: the choice whether thresholds and f-I curves vary a current of the run on show (and which one) or a
// step from rest. Both panels show the same choice.
import {emit} from '../plot/door.js';
import {wordsOf} from '../plot/place.js';

/** @type {ProtocolOf[]} */
const OF = ['this run', 'from rest'];

/** @param {HTMLElement} host the panel, which emits 'ask' */
export function protocolChoice(host) {
  const words = wordsOf(host);
  // Radio buttons are grouped by form, so both panels can use the same name.
  const element = document.createElement('form');
  element.addEventListener('submit', (event) => event.preventDefault());
  const choice = document.createElement('div');
  const which = document.createElement('select');
  const said = document.createElement('p');
  element.className = 'protocol';
  choice.className = 'protocol-of';
  choice.setAttribute('role', 'radiogroup');
  choice.setAttribute('aria-label', words.asking.label);
  said.className = 'said protocol-said';
  which.setAttribute('aria-label', words.asking.which);
  /** @type {Protocol} */
  let current = {of: 'this run', stimulus: null};
  const ask = (/** @type {Partial_} */ partial) => emit(host, 'ask', {name: 'protocol', current, partial});
  const buttons = OF.map((of) => {
    const label = document.createElement('label');
    const button = document.createElement('input');
    button.type = 'radio';
    button.name = 'protocol-of';
    button.value = of;
    button.addEventListener('change', () => ask({of}));
    const name = document.createElement('span');
    name.textContent = words.asking.names[of];
    label.append(button, name);
    choice.append(label);
    return button;
  });
  which.addEventListener('change', () => ask({stimulus: Number(which.value)}));
  choice.append(which);
  element.append(choice, said);
  return {
    element,
    /** A paragraph that describes the protocol in full; the view places it. */
    said,
    /** @param {Protocol} protocol as chosen @param {ProtocolSetting} setting what that amounts to for the run @param {Experiment} experiment */
    show(protocol, setting, experiment) {
      current = protocol;
      const {stimulus} = experiment;
      for (const button of buttons) button.checked = button.value === setting.of;
      buttons[0].disabled = setting.refused !== '';
      choice.title = setting.refused && words.asking.refused[setting.refused];
      const names = stimulus.map((one, index) => words.asking.stimulus(index, one));
      if (which.dataset.of !== names.join('\n')) {
        which.dataset.of = names.join('\n');
        which.replaceChildren(...names.map((name, index) => new Option(name, String(index))));
      }
      which.value = String(setting.stimulus ?? '');
      // The list of stimuli is hidden if there are fewer than two, or if a step from rest was chosen.
      which.hidden = stimulus.length < 2 || (setting.of === 'from rest' && setting.refused === '');
      const text = words.asking.said(setting, experiment);
      if (said.textContent !== text) said.textContent = text;
    },
  };
}
