// page/preset-chooser.js: which preset is on show: by its title, one after another, by the link; and how it is shown at first.
import {wordOf} from '../words/word-of.js';
import {emit} from '../plot/door.js';
import {closeByItself} from '../views/over.js';

/** The tab of the analysis that a preset is about. @type {Record<string, string>} */
const TAB_OF = {rate: 'rate', why: 'why', map: 'map', bifurcation: 'bifurcation', bursts: 'bifurcation'};
/** Tabs whose diagram needs the room. */
const LARGE = new Set(['map', 'bifurcation']);

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {(tab: string) => void} chooseTab @param {() => void} opened called when a person has chosen a preset
 */
export function presetChooser(place, session, chooseTab, opened) {
  // A person's wish, or that of a preset whose diagram needs the room.
  let large = false;
  const enlarge = (/** @type {boolean} */ shown) => {
    place.byId('enlarge').setAttribute('aria-pressed', String(shown));
    place.one('main').toggleAttribute('data-large', shown);
  };
  place.press('enlarge', () => {
    large = place.byId('enlarge').getAttribute('aria-pressed') !== 'true';
    enlarge(large);
  });

  /** Another preset is on show, and what it is about. */
  function shownPreset() {
    const tab = TAB_OF[session.preset.view.plot] ?? 'figure';
    enlarge(large || LARGE.has(tab));
    chooseTab(tab);
  }

  function openPreset(/** @type {string} */ id) {
    if (!session.open(id)) return false;
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
  return {
    shownPreset,
    openPreset,
    /** Opens one that was asked for somewhere. @param {string} id @param {Element} from */
    open(id, from) {
      openPreset(id);
      if (list.open) place.one('#presets summary').focus();
      list.open = false;
      // From the list of findings: to the figure, by eye and by key.
      if (!place.one('findings-view').contains(from)) return;
      place.body.scrollIntoView();
      place.byId('figure-title').focus({preventScroll: true});
    },
    /** The buttons for the stretches of time that the preset names. */
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
    /** Marks the stretch on show, where it is one of the preset's. @param {Results} results */
    markStretch({window, longest}) {
      for (const {id, from, to} of session.preset.view.stretches) {
        const on = window.from === from && window.to === (to ?? longest);
        place.one(`[data-stretch='${id}']`)?.setAttribute('aria-pressed', String(on));
      }
    },
  };
}
