// What an analysis says of itself, once: each file of this folder exports one as its default. The build lists them.

/** What the worker and the page need to work on an analysis. */
interface AnalysisSteps {
  id: string;
  /** Works on a question, in the worker or, where none is allowed, in the page: yields what it has so far, or nothing for a pause. */
  steps?(engine: Engine, question: any): Generator<any, void, void>;
  /** Whether it must follow a slider within the frame: then the page itself begins with it. */
  atOnce?: boolean;
}

interface AnalysisRecord extends AnalysisSteps {
  /** The tag of the view that shows it; never an import, since the worker loads the record, too. */
  view: string;
  /** The tab in which that view stands, where it has one; the first record that names a tab makes it. */
  tab?: string;
  /** What is asked about the selected run. */
  question?(questions: import('../session/questions.js').Questions, results: Results): object;
  /** Whether the same is asked about the pinned runs. */
  ghosts?: boolean;
  /** What the page works out itself as soon as the view is drawn, beside what the steps find. */
  here?(engine: Engine, results: Results): Partial<Results>;
}
