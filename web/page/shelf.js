// page/shelf.js: what the shelf needs of the lab: titles and pictures of set-ups, and what is on show as one of them.
import {pointsOverTime} from '../plot/points.js';
import {keepSetUps} from '../send/shelf.js';
import {sketch} from '../send/sketch.js';
import {labelsIn} from '../session/labels.js';
import {stateFrom} from '../session/state.js';
import {titlesOf} from './preset-text.js';

/** The size of a picture, in units of its own. */
const PICTURE = {width: 240, height: 84};
/** How many steps of a run may be taken for one. */
const BUDGET = 2e4;

/** @typedef {import('../send/set-up.js').SetUp} SetUp */

/**
 * @param {import('../plot/place.js').Place} place @param {Worded} engine @param {import('../session/session.js').Session} session
 * @param {import('./share.js').Sharing} sharing
 */
export function shelving(place, engine, session, sharing) {
  const read = (/** @type {SetUp} */ setUp) => stateFrom(engine, session.presets, setUp);
  return {
    /** Whether this version of the lab can open it. @param {SetUp} setUp */
    readable: (setUp) => read(setUp) !== null,
    /** What it is called: nothing that it is to hide, or that is hidden here. @param {SetUp} setUp */
    title(setUp) {
      const {title, name} = labelsIn(setUp);
      const preset = session.presets.find(({id}) => id === setUp.preset);
      if (title || name || !preset) return title || name || setUp.preset;
      const told = place.door.reveals('captions') && setUp.display?.answers !== 'off';
      return told ? preset.title : titlesOf(place.words, preset, told).short;
    },
    /** v(t) of the run on show in it, as SVG text; '' if it cannot be read. @param {SetUp} setUp */
    picture(setUp) {
      const found = read(setUp);
      if (!found) return '';
      const {runs, selected, window} = found;
      const {duration} = runs[selected];
      const [from, to] = [Math.min(window.from, duration / 2), Math.min(window.to ?? duration, duration)];
      const recording = engine.simulate(runs[selected], {from, to, points: PICTURE.width, budget: BUDGET});
      const points = pointsOverTime(recording, 'v').filter(({x}) => x >= from && x <= to);
      return sketch(points, {...PICTURE, from, to});
    },
    /** Keeps what is on show; false if there is no room. @param {import('../send/site-address.js').Display} [display] */
    keep: (display) => keepSetUps([sharing.setUp(display ?? sharing.display())]),
  };
}

/** @typedef {ReturnType<typeof shelving>} Shelving */
