// page/figure-player.js: Play of a figure, and what moves the instant for it.
import {playButton} from '../views/play-button.js';
import {timeBar} from '../views/time-bar.js';

/** @param {import('../plot/place.js').Place} place @param {() => Results} results those shown */
export function figurePlayer(place, results) {
  const foot = place.one('.foot');
  /** Made when first needed. @type {ReturnType<typeof timeBar> | undefined} */
  let bar;
  function press() {
    if (!bar) {
      bar = timeBar(foot);
      bar.show(results());
    }
    bar.press();
  }
  const {element, show: playing} = playButton(place.words, press);
  foot.prepend(element);
  return {
    press,
    playing,
    /** @param {Results} now */
    show: (now) => bar?.show(now),
  };
}
