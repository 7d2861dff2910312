// held.js: what hands hold of the plots at the moment.

/** Lets go of each, by its own way. @type {Set<() => void>} */
export const held = new Set();

/** Lets go of all that is held: what it stood for is not on show any more, or will not be in the next frame. */
export const dropHeld = () => held.forEach((drop) => drop());
