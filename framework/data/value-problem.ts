import { DataError } from './data-error.ts';

/** Where in a table a transform met a value that it cannot take. */
export interface ValuePlace {
  /** Row of the table, from 0. */
  readonly row: number;
  readonly column: string;
  /** What stands there. */
  readonly value?: string;
  /** What the reader should do, a sentence. */
  readonly fix?: string;
}

/**
 * A value that a transform cannot take. Transforms know tables, not files: the pipeline adds the file and the row
 * there, and throws a DataError.
 */
export class ValueProblem extends Error {
  override readonly name = 'ValueProblem';
  readonly place: ValuePlace;

  /** @param problem what is wrong, a phrase without full stop */
  constructor(problem: string, place: ValuePlace) {
    super(problem);
    this.place = place;
  }
}

/**
 * Runs a step of the preparation whose ValueProblems become DataErrors.
 * @param origin the file, and the row in it of every row of the table, from 0
 */
export function located<Result>(
  origin: { readonly file: string; readonly rows: Int32Array },
  act: () => Result,
): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ValueProblem)) throw error;
    const { row, ...place } = error.place;
    throw new DataError(error.message, { file: origin.file, row: origin.rows[row]! + 1, ...place });
  }
}
