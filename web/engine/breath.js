// engine/breath.js: work that takes long lets the browser draw and listen in between.

/** A turn of the browser's own: what waits for it (a frame, a press) comes first. Sooner than a timer, which counts in ms. */
export const breath = () =>
  new Promise((done) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(null);
  });

/** How long work may go on before the browser draws and listens, in ms: a person does not notice twice as much. */
const STRETCH = 25;
let last = 0;

/** A breath, where the last one of these lies longer ago than that: each lets the browser draw a frame that nobody needs. */
export async function breathIfDue() {
  if (performance.now() < last + STRETCH) return;
  await breath();
  last = performance.now();
}
