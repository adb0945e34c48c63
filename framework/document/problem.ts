/** A place in a text that a user wrote; line and column count from 1. */
export interface Place {
  /** The file as the user named it, or `command line`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters the caret underlines, at least 1. */
  readonly length: number;
  /** The whole line, for the source frame. */
  readonly sourceLine: string;
}

/** Something wrong with what the user wrote. */
export interface Problem {
  /** Absent only where there is no text to point at, as for a missing file; then `file` says which. */
  readonly place?: Place;
  readonly file: string;
  /** What is wrong, in a phrase: `unknown option "unit" for layer dense`. */
  readonly message: string;
  /** What was expected there. */
  readonly expected?: string;
  /** What came. */
  readonly received?: string;
  /** What to do: `Did you mean "units"?` */
  readonly fix?: string;
}

/** All problems found at once. The command line prints them and exits with 2. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.file}: ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}
