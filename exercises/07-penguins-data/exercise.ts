import { TodoError } from 'descent';

/** The columns of the table, by the names in its first line. */
export const COLUMNS = [
  'species',
  'island',
  'bill_length_mm',
  'bill_depth_mm',
  'flipper_length_mm',
  'body_mass_g',
  'sex',
  'year',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A line of the table: a text for each column, as it stands in the file. */
export type Row = Readonly<Record<Column, string>>;

/** What a network gets to see of a bird, and what it should say. */
export interface Item {
  /** Bill length, bill depth, flipper length (mm), body mass (g), sex (0 or 1), in this order. */
  readonly features: Float32Array;
  /** The number of the species. */
  readonly target: number;
}

/**
 * Task 1. Reads a table: the first line has the names of the columns, in any order, every other line a bird. Cells are separated by
 * commas, lines by `\n` or `\r\n`; the file may begin with a byte order mark (`\uFEFF`) and end with empty lines.
 * @throws Error that names the column, if one is not in COLUMNS or one of COLUMNS is not there, or that has the number of the
 *   line in the file (the first line is 1), if its cells are too many or too few
 */
export function parseCsv(text: string): Row[] {
  throw new TodoError('Task 1: a row of texts for every line but the first');
}

/** Task 2. The rows without any missing value, in their order. Missing is an empty cell, NA, or a single dot. */
export function clean(rows: readonly Row[]): Row[] {
  throw new TodoError('Task 2: keep the rows that have all their values');
}

/** Task 3. How often each value of a column occurs: `{ Biscoe: 168, … }`. */
export function countBy(rows: readonly Row[], column: Column): Record<string, number> {
  throw new TodoError('Task 3: count the rows of each value');
}

/**
 * Task 4. The sex as a number: 0 for female, 1 for male, in capital letters or small ones.
 * @throws Error that quotes the text, for anything else: who is unknown is neither
 */
export function encodeSex(sex: string): 0 | 1 {
  throw new TodoError('Task 4: 0 for female, 1 for male, an error otherwise');
}

/** Task 5. A number for each species that occurs: 0, 1, 2, … in alphabetical order, whatever the order of the rows. */
export function labelMap(rows: readonly Row[]): Record<string, number> {
  throw new TodoError('Task 5: number the species by the alphabet');
}

/** Task 6. Birds as a network takes them: a number of items, and each of them by its place. */
export class PenguinSet {
  /**
   * @param rows birds; those that lack a value are left out
   * @param labels a number for each species, as from labelMap
   */
  constructor(rows: readonly Row[], labels: Readonly<Record<string, number>>) {
    throw new TodoError('Task 6: keep what get needs');
  }

  /** How many items there are. */
  get length(): number {
    throw new TodoError('Task 6: the number of items');
  }

  /**
   * The item at place i, the same at every call.
   * @throws RangeError that has i in it, unless i is one of 0, 1, …, length − 1
   */
  get(i: number): Item {
    throw new TodoError('Task 6: the features and the target of one bird');
  }
}
