// preset-chooser.js: which preset is on show: by its title, one after another, by the link; and how it is shown at first.
import {byId, one} from './dom.js';
import {presetIn, writeLink} from './link.js';
import {closeByItself, tell} from './shell.js';
import {words} from './words/words.js';

/** The tab of the analysis that a preset is about. @type {Record<string, string>} */
const TAB_OF = {rate: 'rate', why: 'why', map: 'map', bifurcation: 'bifurcation', bursts: 'bifurcation'};
/** Tabs whose diagram needs the room. */
const LARGE = new Set(['map', 'bifurcation']);

/** @param {import('./session.js').Session} session @param {(tab: string) => void} chooseTab */
export function presetChooser(session, chooseTab) {
  // A person's wish, or that of a preset whose diagram needs the room.
  let large = false;
  const enlarge = (/** @type {boolean} */ shown) => {
    byId('enlarge').setAttribute('aria-pressed', String(shown));
    one('main').toggleAttribute('data-large', shown);
  };
  byId('enlarge').addEventListener('click', () => {
    large = byId('enlarge').getAttribute('aria-pressed') !== 'true';
    enlarge(large);
  });

  /** Another preset is on show: its link, and what it is about. */
  function shownPreset() {
    writeLink(session.preset.id);
    const tab = TAB_OF[session.preset.view.plot] ?? 'figure';
    enlarge(large || LARGE.has(tab));
    chooseTab(tab);
  }

  function openPreset(/** @type {string} */ id) {
    if (!session.open(id)) return false;
    byId('message').hidden = true;
    shownPreset();
    return true;
  }

  function openFromAddress() {
    const id = presetIn(location.hash);
    if (!id || openPreset(id)) return;
    tell(words.unknownPreset(id.slice(0, 60), session.preset.title));
  }
  addEventListener('hashchange', openFromAddress);

  const list = /** @type {HTMLDetailsElement} */ (byId('presets'));
  closeByItself(list);
  const beside = (/** @type {number} */ way) => {
    const {presets, preset} = session;
    openPreset(presets[(presets.indexOf(preset) + way + presets.length) % presets.length].id);
  };
  byId('previous').addEventListener('click', () => beside(-1));
  byId('next').addEventListener('click', () => beside(1));
  document.addEventListener('open-preset', (event) => {
    openPreset(/** @type {CustomEvent} */ (event).detail);
    if (list.open) one('#presets summary').focus();
    list.open = false;
    // From the list of findings: to the figure, by eye and by key.
    if (!one('findings-view').contains(/** @type {Node} */ (event.target))) return;
    window.scrollTo({top: 0});
    byId('figure-title').focus({preventScroll: true});
  });

  return {
    shownPreset,
    openPreset,
    openFromAddress,
    /** The buttons for the stretches of time that the preset names. */
    showStretches() {
      const {stretches, plot} = session.preset.view;
      one('main').dataset.plot = plot;
      const buttons = stretches.map(({id, from, to}) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet small';
        button.textContent = words.stretches[id] ?? id;
        button.dataset.stretch = id;
        button.addEventListener('click', () => {
          session.look({from, to});
          session.fit();
        });
        return button;
      });
      one('.stretches').replaceChildren(...(stretches.length > 1 ? buttons : []));
    },
    /** Marks the stretch on show, where it is one of the preset's. @param {Results} results */
    markStretch({window, longest}) {
      for (const {id, from, to} of session.preset.view.stretches) {
        const on = window.from === from && window.to === (to ?? longest);
        document.querySelector(`[data-stretch='${id}']`)?.setAttribute('aria-pressed', String(on));
      }
    },
  };
}
