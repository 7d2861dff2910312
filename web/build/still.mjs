// build/still.mjs: a picture of v(t), computed when the page is built and shown where the lab cannot run.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {engineOf} from '../../wasm/border.js';
import {pointsOverTime} from '../plot/points.js';
import {sketch} from '../send/sketch.js';

/** v(t) of the preset RS as SVG text; its width is one unit for each ms. @param {string} folder with the wasm module */
export async function still(folder) {
  const core = await engineOf(await WebAssembly.compile(readFileSync(join(folder, 'izhikevich.wasm'))));
  const [experiment] = core.presets().find(({id}) => id === 'RS').runs;
  const {duration} = experiment;
  const {recording} = core.study(experiment, {
    from: 0,
    to: duration,
    points: Math.round(duration / 2) + 1,
    budget: 2e5,
  });
  return sketch(pointsOverTime(recording, 'v'), {width: duration, height: 320, from: 0, to: duration});
}
