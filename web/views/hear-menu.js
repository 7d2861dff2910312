// views/hear-menu.js: the menu for listening to the run on show. No sound is made until somebody asks for it.
import {html, render} from 'lit-html';
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
  const player = new Player(() => draw());
  const play = (/** @type {(sampleRate: number) => Float32Array[]} */ make) => {
    if (player.play(make)) draw();
    else tell(sound.refused);
  };
  const ask = (/** @type {Sound | null} */ what) => () => emit(box, 'hear', what);
  const setVolume = (/** @type {any} */ {target}) => (player.volume = Number(target.value));
  function draw() {
    render(
      html`
        <div>
          <button type="button" class="small quiet" @click=${ask('spikes')}>${sound.spikes}</button>
          <select aria-label=${sound.speed}>
            ${sound.speeds.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
          </select>
        </div>
        <button type="button" class="small quiet" @click=${ask('trace')}>${sound.trace}</button>
        <label>${sound.volume}<input type="range" class="slider" min="0" max="1" step="0.05" value="0.5" @input=${setVolume}></label>
        <button type="button" class="small quiet" ?hidden=${!player.playing} @click=${ask(null)}>${sound.stop}</button>`,
      box,
    );
  }
  draw();
  function hearSpikes() {
    const {runs, selected, window} = results();
    const speed = Number(/** @type {HTMLSelectElement} */ (box.querySelector('select')).value);
    play((rate) => clicks(runs[selected].recording.spikes, window, speed, rate));
    if ((window.to - window.from) / 1000 / speed > LONGEST) tell(sound.cut);
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
