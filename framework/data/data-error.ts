/** Where in a data file something is wrong, and what to do. Lines, rows and columns of a text count from 1. */
export interface DataErrorDetails {
  /** The file as the user named it. */
  readonly file: string;
  /** Line of the text. */
  readonly line?: number;
  /** Row of data: the header is none. */
  readonly row?: number;
  /** Name of the column. */
  readonly column?: string;
  /** What stands there. */
  readonly value?: string;
  /** What the reader should do, a sentence. */
  readonly fix?: string;
}

/**
 * Data that cannot be used as it is. The message names the place and what is wrong in one line:
 * `penguins.csv, line 9001 (row 9000), column "mass": "heavy" is not a number.`
 */
export class DataError extends Error implements DataErrorDetails {
  override readonly name = 'DataError';
  /** What is wrong, without the place. */
  readonly problem: string;
  readonly file: string;
  declare readonly line?: number;
  declare readonly row?: number;
  declare readonly column?: string;
  declare readonly value?: string;
  declare readonly fix?: string;

  /** @param problem what is wrong, a phrase without full stop */
  constructor(problem: string, details: DataErrorDetails) {
    super(`${placeOf(details)}: ${problem}.`);
    this.problem = problem;
    this.file = details.file;
    Object.assign(this, details);
  }
}

function placeOf({ file, line, row, column }: DataErrorDetails): string {
  const rowText = row === undefined ? '' : line === undefined ? `, row ${row}` : ` (row ${row})`;
  return [
    file,
    line === undefined ? '' : `, line ${line}`,
    rowText,
    column === undefined ? '' : `, column "${column}"`,
  ].join('');
}

/** A value as messages show it: quoted, and cut where it is long. */
export function shown(value: string): string {
  return value.length > 40 ? `"${value.slice(0, 40)}…"` : `"${value}"`;
}
