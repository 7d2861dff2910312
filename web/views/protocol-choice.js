// views/protocol-choice.js: the choice whether thresholds and f-I curves vary a current of the run on show (and which one) or a
// step from rest. Both panels show the same choice.
import {tell} from '../words/tell.js';
import {html, render} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {emit} from '../plot/door.js';
import {wordsOf} from '../plot/place.js';
import {elementOf, write} from './dom.js';

/** @type {ProtocolOf[]} */
const OF = ['this run', 'from rest'];

/** @param {HTMLElement} host the panel, which emits 'ask' */
export function protocolChoice(host) {
  const {asking} = wordsOf(host);
  // Radio buttons are grouped by form, so both panels can use the same name.
  const element = elementOf(html`
    <form class="protocol" role="none" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <div class="protocol-of" role="radiogroup" aria-label=${asking.label}></div>
      <p class="said protocol-said"></p>
    </form>`);
  const [choice, said] = element.children;
  return {
    element,
    /** A paragraph that describes the protocol in full; the view places it. */
    said,
    /** @param {Protocol} current as chosen @param {ProtocolSetting} setting what that amounts to for the run @param {Experiment} experiment */
    show(current, setting, experiment) {
      const {stimulus} = experiment;
      const {refused} = setting;
      const ask = (/** @type {Partial_} */ partial) => emit(host, 'ask', {name: 'protocol', current, partial});
      const button = (/** @type {ProtocolOf} */ of) => html`
        <label><input type="radio" name="protocol-of" value=${of} .checked=${live(of === setting.of)}
          ?disabled=${of === 'this run' && refused !== ''} @change=${() => ask({of})}><span>${asking.names[of]}</span></label>`;
      const option = (/** @type {Stimulus} */ one, /** @type {number} */ index) =>
        html`<option value=${index}>${asking.stimulus(index, one)}</option>`;
      const choose = (/** @type {any} */ {target}) => ask({stimulus: Number(target.value)});
      // The list of stimuli is hidden if there are fewer than two, or if a step from rest was chosen.
      const hidden = stimulus.length < 2 || (setting.of === 'from rest' && refused === '');
      render(
        html`${OF.map(button)}
          <select aria-label=${asking.which} ?hidden=${hidden} @change=${choose}>${stimulus.map(option)}</select>`,
        choice,
      );
      choice.querySelector('select').value = String(setting.stimulus ?? '');
      choice.title = refused && tell(wordsOf(host), setting.text);
      write(said, tell(wordsOf(host), setting.text));
    },
  };
}
