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
  // BEGIN SOLUTION
  // To trim() the mark at the beginning is white space, too.
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.split(',');
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`there should be no column "${unknown}"`);
  const lacking = COLUMNS.find((column) => !names.includes(column));
  if (lacking !== undefined) throw new Error(`the column "${lacking}" is missing`);
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`line ${i + 2} has ${cells.length} cells`);
    return Object.fromEntries(names.map((name, j) => [name, cells[j]])) as Row;
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: a row of texts for every line but the first');
}

/** Task 2. The rows without any missing value, in their order. Missing is an empty cell, NA, or a single dot. */
export function clean(rows: readonly Row[]): Row[] {
  // BEGIN SOLUTION
  return rows.filter((row) => COLUMNS.every((column) => !['', 'NA', '.'].includes(row[column])));
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: keep the rows that have all their values');
}

/** Task 3. How often each value of a column occurs: `{ Biscoe: 168, … }`. */
export function countBy(rows: readonly Row[], column: Column): Record<string, number> {
  // BEGIN SOLUTION
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column]] = (counts[row[column]] ?? 0) + 1;
  return counts;
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: count the rows of each value');
}

/**
 * Task 4. The sex as a number: 0 for female, 1 for male, in capital letters or small ones.
 * @throws Error that quotes the text, for anything else: who is unknown is neither
 */
export function encodeSex(sex: string): 0 | 1 {
  // BEGIN SOLUTION
  const known = sex.toLowerCase();
  if (known !== 'female' && known !== 'male') throw new Error(`"${sex}" is neither female nor male`);
  return known === 'male' ? 1 : 0;
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: 0 for female, 1 for male, an error otherwise');
}

/** Task 5. A number for each species that occurs: 0, 1, 2, … in alphabetical order, whatever the order of the rows. */
export function labelMap(rows: readonly Row[]): Record<string, number> {
  // BEGIN SOLUTION
  const species = [...new Set(rows.map((row) => row.species))].sort();
  return Object.fromEntries(species.map((name, label) => [name, label]));
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: number the species by the alphabet');
}

/** Task 6. Birds as a network takes them: a number of items, and each of them by its place. */
export class PenguinSet {
  // BEGIN SOLUTION
  readonly #rows: readonly Row[];
  readonly #labels: Readonly<Record<string, number>>;

  // END SOLUTION
  /**
   * @param rows birds; those that lack a value are left out
   * @param labels a number for each species, as from labelMap
   */
  constructor(rows: readonly Row[], labels: Readonly<Record<string, number>>) {
    // BEGIN SOLUTION
    this.#rows = clean(rows);
    this.#labels = labels;
    // END SOLUTION
    // STUB: throw new TodoError('Task 6: keep what get needs');
  }

  /** How many items there are. */
  get length(): number {
    // BEGIN SOLUTION
    return this.#rows.length;
    // END SOLUTION
    // STUB: throw new TodoError('Task 6: the number of items');
  }

  /**
   * The item at place i, the same at every call.
   * @throws RangeError that has i in it, unless i is one of 0, 1, …, length − 1
   */
  get(i: number): Item {
    // BEGIN SOLUTION
    const row = this.#rows[i];
    if (row === undefined) throw new RangeError(`there is no item ${i}`);
    const measured = [row.bill_length_mm, row.bill_depth_mm, row.flipper_length_mm, row.body_mass_g];
    return {
      features: Float32Array.from([...measured.map(Number), encodeSex(row.sex)]),
      target: this.#labels[row.species]!,
    };
    // END SOLUTION
    // STUB: throw new TodoError('Task 6: the features and the target of one bird');
  }
}
