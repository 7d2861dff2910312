// plot/sound.js: turns plots into sound: a click for each spike, a curve as a pitch that moves from left to right. The samples are
// computed here, and Player passes them to the browser.

/** The lowest and highest pitch of a curve, in Hz: two octaves where hearing is most discriminating. */
const PITCH = {low: 220, high: 880};
/** How long a curve lasts, in s. */
export const CURVE_LASTS = 4;
/** The length of a click in s, and its pitch in Hz. */
const CLICK = {lasts: 0.012, pitch: 1400};
/** Loudness of a curve, relative to a click. */
const SOFT = 0.25;
/** The longest sound, in s. */
export const LONGEST = 120;

/**
 * A click for each spike.
 * @param {ArrayLike<number>} spikes times in ms @param {{from: number, to: number}} window @param {number} speed relative to real time
 * @param {number} sampleRate @returns {Float32Array[]} one channel
 */
export function clicks(spikes, {from, to}, speed, sampleRate) {
  const seconds = Math.min((to - from) / 1000 / speed, LONGEST);
  const samples = new Float32Array(Math.ceil((seconds + CLICK.lasts) * sampleRate));
  for (let i = 0; i < spikes.length; i += 1) {
    const first = Math.round(((spikes[i] - from) / 1000 / speed) * sampleRate);
    if (first < 0 || first >= seconds * sampleRate) continue;
    for (let n = 0; n < CLICK.lasts * sampleRate && first + n < samples.length; n += 1) {
      const time = n / sampleRate;
      samples[first + n] += Math.exp((-6 * time) / CLICK.lasts) * Math.sin(2 * Math.PI * CLICK.pitch * time);
    }
  }
  for (let n = 0; n < samples.length; n += 1) samples[n] = Math.max(-1, Math.min(1, samples[n]));
  return [samples];
}

/**
 * A curve as a pitch that rises with y, panned from the left ear to the right as x increases; silent where y is not finite.
 * @param {ArrayLike<number>} x ascending @param {ArrayLike<number>} y @param {{low: number, high: number}} range of y
 * @param {number} sampleRate @returns {Float32Array[]} left and right
 */
export function pitched(x, y, {low, high}, sampleRate) {
  const length = Math.round(CURVE_LASTS * sampleRate);
  const [left, right] = [new Float32Array(length), new Float32Array(length)];
  const [begin, end] = [x[0], x[x.length - 1]];
  let at = 0;
  let phase = 0;
  for (let n = 0; n < length; n += 1) {
    const share = n / length;
    const here = begin + (end - begin) * share;
    while (at < x.length - 2 && x[at + 1] <= here) at += 1;
    const part = x[at + 1] > x[at] ? Math.min(1, Math.max(0, (here - x[at]) / (x[at + 1] - x[at]))) : 0;
    const value = y[at] + (y[Math.min(at + 1, y.length - 1)] - y[at]) * part;
    if (!Number.isFinite(value)) continue;
    const height = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    phase += (2 * Math.PI * PITCH.low * (PITCH.high / PITCH.low) ** height) / sampleRate;
    // Fades in and out over 10 ms; otherwise both ends would crackle.
    const edge = Math.min(1, n / (0.01 * sampleRate), (length - 1 - n) / (0.01 * sampleRate));
    const loud = SOFT * edge * Math.sin(phase);
    left[n] = loud * Math.cos((share * Math.PI) / 2);
    right[n] = loud * Math.sin((share * Math.PI) / 2);
  }
  return [left, right];
}

/** Plays one sound at a time. */
export class Player {
  /** @type {GainNode | undefined} */
  #gain;
  /** @type {AudioBufferSourceNode | undefined} */
  #source;
  #volume = 0.5;
  #onEnd;
  /** Created at the first sound. @type {AudioContext | undefined} */
  #context;

  /** @param {() => void} onEnd whenever a sound ends */
  constructor(onEnd) {
    this.#onEnd = onEnd;
  }

  /** From 0 to 1. @param {number} volume */
  set volume(volume) {
    this.#volume = volume;
    if (this.#gain) this.#gain.gain.value = volume;
  }

  get playing() {
    return this.#source !== undefined;
  }

  /**
   * Plays the samples that `make` returns for the browser's sample rate; false if the browser refuses. Call it only after a click
   * or a key press: before that, browsers block all sound.
   * @param {(sampleRate: number) => Float32Array[]} make
   */
  play(make) {
    this.stop();
    try {
      const context = (this.#context ??= new AudioContext());
      context.resume();
      this.#gain ??= new GainNode(context, {gain: this.#volume});
      this.#gain.connect(context.destination);
      const {sampleRate} = context;
      const channels = make(sampleRate);
      const buffer = context.createBuffer(channels.length, channels[0].length, sampleRate);
      for (const [index, samples] of channels.entries())
        buffer.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (samples), index);
      const source = new AudioBufferSourceNode(context, {buffer});
      source.connect(this.#gain);
      source.onended = () => source === this.#source && this.#ended();
      source.start();
      this.#source = source;
      return true;
    } catch {
      return false;
    }
  }

  stop() {
    if (!this.#source) return;
    this.#source.onended = null;
    this.#source.stop();
    this.#ended();
  }

  /** Stops the sound and closes the audio context. */
  end() {
    this.stop();
    this.#context?.close();
  }

  #ended() {
    this.#source = undefined;
    this.#context?.suspend(); // a running context keeps the machine awake
    this.#onEnd();
  }
}
