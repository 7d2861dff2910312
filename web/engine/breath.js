// engine/breath.js: pauses in long work, so that the browser can draw and handle input.

/** Yields to the browser, so that whatever is waiting (a frame, a key press) runs first. Sooner than a timer of whole ms. */
export const breath = () =>
  new Promise((done) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done(undefined);
    };
    port2.postMessage(null);
  });

/** How long a frame is waited for, in ms: a page that nobody sees gets none. */
const NO_FRAME = 50;

/** Lets the browser show what has been drawn. */
export async function shown() {
  await new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, NO_FRAME);
  });
  await breath();
  last = performance.now();
}

/** How long work may run before the browser gets to draw and handle input, in ms: people do not notice even twice as much. */
const STRETCH = 25;
let last = 0;

/** Yields if the last pause was longer ago than STRETCH: more often would only make the browser draw frames nobody needs. */
export async function breathIfDue() {
  if (performance.now() < last + STRETCH) return;
  await breath();
  last = performance.now();
}
