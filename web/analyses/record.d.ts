// What an analysis says about itself: each file of this folder has one such record as its default export. The build lists them.

/** What the worker and the page need in order to run an analysis. */
interface AnalysisSteps {
  id: string;
  /** Works on a question, in the worker or, if none is allowed, in the page: yields what it has found so far, or undefined to pause. */
  steps?(engine: Engine, question: any): Generator<any, void, void>;
  /** Whether it must follow a slider within the frame: then the page itself does the first parts. */
  atOnce?: boolean;
}

interface AnalysisRecord extends AnalysisSteps {
  /** The tag of the view that shows it; never an import, since the worker loads the record too. */
  view: string;
  /** The tab that contains the view, if any; the first record to name a tab creates it. */
  tab?: string;
  /** The question about the selected run. */
  question?(choices: import('../session/analysis-choices.js').AnalysisChoices, results: Results): object;
  /** Whether the same question is asked about the pinned runs. */
  ghosts?: boolean;
  /** What the page computes as soon as the view is drawn, in addition to what the steps find. */
  here?(engine: Engine, results: Results): Partial<Results>;
}
