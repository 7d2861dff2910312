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
