// page/hand.js: whether a hand holds something.

/** How long after a hand is off a slider may still say where it was left, in ms. */
const AFTER = 200;

/**
 * Tells the session whether a pointer is down, and so holds what it changes.
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 */
export function watchHand(place, session) {
  let down = false;
  const letGo = place.afterRest(() => (session.dragging = false), AFTER);
  const off = () => {
    if (!down) return;
    down = false;
    letGo();
  };
  place.listen(
    'pointerdown',
    ({button}) => {
      if (button !== 0) return;
      letGo.cancel();
      down = session.dragging = true;
    },
    {capture: true},
  );
  // A press may end where the lab does not hear of it: elsewhere in the page, in a menu, or outside the frame.
  const around = {target: window, capture: true};
  place.listen('pointermove', ({buttons}) => buttons || off(), around);
  place.listen(['pointerup', 'pointercancel'], off, around);
  place.listen('blur', off, {target: window});
  place.atEnd(() => (session.dragging = false));
}
