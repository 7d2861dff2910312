// session/selection.js: which of several runs is selected, and which is compared with it.

/** The run next to one of so many: the one before it, or the second for the first. @param {number} count @param {number} index */
export const beside = (count, index) => (count < 2 ? null : index ? index - 1 : 1);

/**
 * The compared run where others may have come in place of the runs: the same as before, if it still exists and is not selected.
 * @param {number | null} before @param {number} count of the runs @param {number} selected
 */
export const comparedAfter = (before, count, selected) =>
  before === null || before >= count || before === selected ? beside(count, selected) : before;

/**
 * The selected run after an undo step: the same as before, unless only other runs change.
 * @param {{runs: Experiment[], selected: number}} before @param {Experiment[]} after as many runs
 */
export function selectedAfter({runs, selected}, after) {
  const changes = runs.map((run, i) => JSON.stringify(run) !== JSON.stringify(after[i]));
  return changes[selected] || !changes.includes(true) ? selected : changes.indexOf(true);
}
