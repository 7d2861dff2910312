// page/switches.js: the switches of a lab: how the phase plane is shown, what is large, and whether answers are shown.
import {emit} from '../plot/door.js';

/** @type {Switch[]} */
const SWITCHES = ['zoomed', 'straight', 'backward', 'swap', 'enlarge', 'picture', 'unfold', 'reveal', 'withhold'];

/** @param {import('../plot/place.js').Place} place @param {Record<Switch, (on: boolean) => void>} act what each of them does */
export function switches(place, act) {
  const isOn = (/** @type {Switch} */ name) => place.byId(name).getAttribute('aria-pressed') === 'true';
  for (const name of SWITCHES) place.press(name, () => emit(place.byId(name), 'switch', {name, on: !isOn(name)}));
  /** @param {Payload<'switch'>} asked */
  function set({name, on}) {
    if (isOn(name) === on) return;
    place.byId(name).setAttribute('aria-pressed', String(on));
    act[name](on);
  }
  return {
    set,
    /** The names of those that are on. */
    on: () => SWITCHES.filter(isOn),
    /** Turns these on, and all others off; but what is hidden from a class, only a press of its own switch shows. @param {string[]} names */
    take(names) {
      for (const name of SWITCHES) {
        const on = names.includes(name);
        if (on || name !== 'withhold') set({name, on});
      }
    },
  };
}
