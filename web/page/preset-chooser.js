// page/preset-chooser.js: chooses the preset by its title, one after another or by the link, and how it is shown at first.
import {wordOf} from '../words/word-of.js';
import {emit} from '../plot/door.js';
import {closeByItself} from '../views/over.js';
import {tell} from './message.js';
import {tabOf} from './tabs.js';

/** Tabs whose diagram needs a large panel. */
const LARGE = new Set(['map', 'bifurcation']);

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {(tab: string) => void} chooseTab @param {() => void} opened called when the user has chosen a preset
 */
export function presetChooser(place, session, chooseTab, opened) {
  // Whether the user wants the panel large; presets whose diagram needs it get it anyway.
  let large = false;
  const enlarge = (/** @type {boolean} */ shown) => {
    place.byId('enlarge').setAttribute('aria-pressed', String(shown));
    place.one('main').toggleAttribute('data-large', shown);
  };

  /** Shows the tab that the preset is about. */
  function shownPreset() {
    const tab = tabOf(session.preset);
    enlarge(large || LARGE.has(tab));
    chooseTab(tab);
  }

  function openPreset(/** @type {string} */ id) {
    if (!session.open(id)) {
      if (session.presets.some((one) => one.id === id)) tell(place, place.words.presetLocked);
      return false;
    }
    place.byId('message').hidden = true;
    shownPreset();
    opened();
    return true;
  }

  const list = /** @type {HTMLDetailsElement} */ (place.byId('presets'));
  closeByItself(list);
  const beside = (/** @type {number} */ way) => {
    const {presets, preset} = session;
    emit(list, 'open-preset', presets[(presets.indexOf(preset) + way + presets.length) % presets.length].id);
  };
  place.press('previous', () => beside(-1));
  place.press('next', () => beside(1));
  place.press('story-next', () => beside(1));
  return {
    shownPreset,
    openPreset,
    /** Opens the preset so many further on in the list, which has no end. @param {number} way */
    beside,
    /** Makes the panel large, or not. @param {boolean} on */
    enlarge(on) {
      large = on;
      enlarge(on);
    },
    /** Opens a preset for the element that asked for it. @param {string} id @param {Element} from */
    open(id, from) {
      openPreset(id);
      if (list.open) place.one('#presets summary').focus();
      list.open = false;
      // From the list of findings, scroll and move the focus to the figure.
      if (!place.one('findings-view').contains(from)) return;
      place.body.scrollIntoView();
      place.byId('figure-title').focus({preventScroll: true});
    },
    /** Shows buttons for the stretches of time that the preset names. */
    showStretches() {
      const {stretches, plot} = session.preset.view;
      place.one('main').dataset.plot = plot;
      const buttons = stretches.map(({id, from, to}) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet small';
        button.textContent = wordOf(place.words.stretches, id) ?? id;
        button.dataset.stretch = id;
        button.addEventListener('click', () => {
          emit(button, 'look', {from, to});
          emit(button, 'fit');
        });
        return button;
      });
      place.one('.stretches').replaceChildren(...(stretches.length > 1 ? buttons : []));
    },
    /** Marks the button of the stretch shown, if it is one of the preset's. @param {Results} results */
    markStretch({window, longest}) {
      for (const {id, from, to} of session.preset.view.stretches) {
        const on = window.from === from && window.to === (to ?? longest);
        place.one(`[data-stretch='${id}']`)?.setAttribute('aria-pressed', String(on));
      }
    },
  };
}
