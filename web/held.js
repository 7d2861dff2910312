// held.js: what hands hold of the plots at the moment.

/** Lets go of each, by its own way. @type {Set<() => void>} */
export const held = new Set();

/** Lets go of all that is held: what it stood for is not on show any more, or will not be in the next frame. */
export const dropHeld = () => held.forEach((drop) => drop());

/** Tells the session whether a pointer is down, and holds what it changes. @param {import('./session.js').Session} session */
export function watchHand(session) {
  let letGo = 0;
  // A slider says once more where it was left, after the hand is off.
  const off = () => (letGo = setTimeout(() => (session.dragging = false), 200));
  addEventListener(
    'pointerdown',
    ({button}) => {
      if (button !== 0) return;
      clearTimeout(letGo);
      session.dragging = true;
    },
    true,
  );
  // A press may end where the page does not hear of it: in a menu, or outside its frame.
  addEventListener('pointermove', ({buttons}) => session.dragging && !buttons && off(), true);
  addEventListener('blur', off);
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, off, true);
}
