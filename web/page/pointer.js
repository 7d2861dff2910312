// page/pointer.js: tells the session whether the user is dragging something, and cancels that with Escape.

/** How long after the pointer is up a slider may still report its last value, in ms. */
const AFTER = 200;

/**
 * Sets `session.dragging` while a pointer is down; calls `settled` after that, if the runs have changed meanwhile. Escape restores what
 * they were when the pointer went down, and does nothing else then.
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {() => void} settled
 */
export function watchPointer(place, session, settled) {
  let down = false;
  let before = session.version;
  /** What there was when the pointer went down. @type {{state: any, version: number}} */
  let held = {state: null, version: 0};
  const letGo = place.afterRest(() => {
    session.dragging = false;
    if (session.version !== before) settled();
  }, AFTER);
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
      if (!session.dragging) before = session.version;
      down = session.dragging = true;
      held = {state: structuredClone(session.state), version: session.version};
    },
    {capture: true},
  );
  place.listen(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !down || !(place.drags.size || session.version !== held.version)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      place.letGo();
      if (session.version === held.version) return;
      session.adoptState(held.state, 'undo');
      session.undo.cancel(held.state);
      held.version = session.version;
    },
    {target: window, capture: true},
  );
  // The pointer may come up where the lab gets no event: elsewhere in the page, in a menu, or outside the frame.
  const around = {target: window, capture: true};
  place.listen('pointermove', ({buttons}) => buttons || off(), around);
  place.listen(['pointerup', 'pointercancel'], off, around);
  place.listen('blur', off, {target: window});
  place.atEnd(() => (session.dragging = false));
}
