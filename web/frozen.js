// frozen.js: a long list that nobody changes says so, and the core then reads it once.

/** Up to so many entries are read as quickly as looked up. */
const FEW = 32;

/** @param {Experiment} experiment whose list of stimuli is never changed, but replaced */
export function frozen({stimulus}) {
  if (stimulus.length <= FEW || Object.isFrozen(stimulus)) return;
  for (const one of stimulus) Object.freeze(one);
  Object.freeze(stimulus);
}
