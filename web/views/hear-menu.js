// views/hear-menu.js: the menu for listening to the run on show. No sound is made until somebody asks for it.
import {LONGEST, Player, clicks, pitched} from '../plot/sound.js';
import {emit} from '../plot/door.js';
import {wordsOf} from '../plot/place.js';
import {extent} from '../plot/chart.js';

/**
 * Fills `box` with the menu.
 * @param {HTMLElement} box @param {() => Results} results
 * @param {(text: string) => void} tell shows a message, for example where sound is not allowed
 */
export function hearMenu(box, results, tell) {
  const {sound} = wordsOf(box);
  const player = new Player(() => (stop.hidden = true));
  const play = (/** @type {(sampleRate: number) => Float32Array[]} */ make) => {
    if (!player.play(make)) return tell(sound.refused);
    stop.hidden = false;
  };
  const button = (/** @type {string} */ text, /** @type {() => void} */ act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'small quiet';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const speed = document.createElement('select');
  speed.setAttribute('aria-label', sound.speed);
  speed.append(...sound.speeds.map(([value, text]) => new Option(String(text), String(value))));
  const volume = document.createElement('input');
  Object.assign(volume, {type: 'range', className: 'slider', min: '0', max: '1', step: '0.05', value: '0.5'});
  const loudness = document.createElement('label');
  loudness.append(sound.volume, volume);
  volume.addEventListener('input', () => (player.volume = Number(volume.value)));
  const stop = button(sound.stop, () => emit(box, 'hear', null));
  stop.hidden = true;
  const spikes = button(sound.spikes, () => emit(box, 'hear', 'spikes'));
  const trace = button(sound.trace, () => emit(box, 'hear', 'trace'));
  function hearSpikes() {
    const {runs, selected, window} = results();
    play((rate) => clicks(runs[selected].recording.spikes, window, Number(speed.value), rate));
    if ((window.to - window.from) / 1000 / Number(speed.value) > LONGEST) tell(sound.cut);
  }
  function hearTrace() {
    const {runs, selected} = results();
    const {time, v} = runs[selected].recording;
    play((rate) => pitched(time, v, extent([v]), rate));
  }
  /** Plays a curve from left to right; the lowest pitch stands for y = 0. @param {{x: ArrayLike<number>, y: ArrayLike<number>}} curve */
  function hearCurve({x, y}) {
    play((rate) => pitched(x, y, {low: 0, high: extent([y]).high}, rate));
  }
  const line = document.createElement('div');
  line.append(spikes, speed);
  box.append(line, trace, loudness, stop);
  return {
    /** Plays a sound; null stops the one that is playing. @param {Sound | null} sound */
    hear(sound) {
      if (sound === null) player.stop();
      else if (sound === 'spikes') hearSpikes();
      else if (sound === 'trace') hearTrace();
      else hearCurve(sound);
    },
    /** Stops the sound, as when what it plays is no longer on show. */
    stop: () => player.stop(),
    /** Releases the audio device. */
    end: () => player.end(),
  };
}
