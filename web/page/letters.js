// page/letters.js: the page's own letters. They are part of the page; where there are none, the system's serve.
import {bytesIn, carried} from '../engine/carried.js';

/** @type {Promise<void> | undefined} */
let loading;

/** Makes the letters available to all labs of the page. Resolves when they are, or when it is certain that they will not be. */
export const loadLetters = () => (loading ??= load());

async function load() {
  // Made from bytes, a font loads whatever a content security policy says, and for labs in shadow roots as well.
  const faces = JSON.parse(carried('lab-letters') || '[]').map(
    (/** @type {{family: string, weight: string, style: string, data: string}} */ {family, weight, style, data}) =>
      new FontFace(family, bytesIn(data), {weight, style}),
  );
  await Promise.allSettled(faces.map(async (/** @type {FontFace} */ face) => document.fonts.add(await face.load())));
}
