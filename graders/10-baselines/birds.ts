import { columnOf, isMissing, loadDataset, logisticBaseline, type Stream, type Table } from 'descent/grading';

/** A penguin. */
export interface Bird {
  readonly species: string;
  /** Bill length, bill depth and flipper length in mm, body mass in g, and 1 for a male, 0 for a female. */
  readonly row: readonly number[];
  /** What else is written about it, as texts by column. */
  readonly texts: Readonly<Record<string, string>>;
}

const MEASUREMENTS = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'];

/** The 333 penguins that lack no value, in the order of the file: by species. */
export async function loadBirds(): Promise<readonly Bird[]> {
  const { table } = (await loadDataset('penguins')).parts[0]!;
  const complete = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    table.columns.every((column) => !isMissing(column, row)),
  );
  return complete.map((row) => {
    const flipper = numberOf(table, 'flipper_length_mm', row);
    return {
      species: categoryOf(table, 'species', row),
      row: [
        ...MEASUREMENTS.map((name) => numberOf(table, name, row)),
        categoryOf(table, 'sex', row) === 'male' ? 1 : 0,
      ],
      texts: {
        island: categoryOf(table, 'island', row),
        flipper: `from ${6 * Math.floor(flipper / 6)} mm`,
        place: `from ${35 * Math.floor(row / 35)}`,
        ring: `ring ${row}`,
        year: String(numberOf(table, 'year', row)),
      },
    };
  });
}

function numberOf(table: Table, name: string, row: number): number {
  const column = columnOf(table, name);
  if (column.kind !== 'number') throw new Error(`${name} holds no numbers`);
  return column.values[row]!;
}

function categoryOf(table: Table, name: string, row: number): string {
  const column = columnOf(table, name);
  if (column.kind !== 'category') throw new Error(`${name} holds no categories`);
  return column.categories[column.codes[row]!]!;
}

/** Birds to learn from, and birds to judge by. */
export interface Division {
  readonly training: readonly Bird[];
  readonly judged: readonly Bird[];
}

/** Draws 60 birds to judge by, 10 of each species and sex; the others are for training. */
export function divide(birds: readonly Bird[], stream: Stream): Division {
  const shuffled = Array.from(stream.permutation(birds.length), (index) => birds[index]!);
  const taken = new Map<string, number>();
  const judged = shuffled.filter(({ species, row }) => {
    const kind = `${species} ${row.at(-1)!}`;
    const count = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, count);
    return count <= 10;
  });
  return { judged, training: shuffled.filter((bird) => !judged.includes(bird)) };
}

/** Columns of texts, and the label of each row. */
export interface LabeledTable {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly labels: readonly string[];
}

/** What is written about birds, with their species as labels. */
export function tableOf(birds: readonly Bird[]): LabeledTable {
  const names = Object.keys(birds[0]!.texts);
  return {
    columns: Object.fromEntries(names.map((name) => [name, birds.map(({ texts }) => texts[name]!)])),
    labels: speciesOf(birds),
  };
}

/** The labels of birds. */
export function speciesOf(birds: readonly Bird[]): string[] {
  return birds.map(({ species }) => species);
}

/** The numbers of birds. */
export function rowsOf(birds: readonly Bird[]): (readonly number[])[] {
  return birds.map(({ row }) => row);
}

/**
 * A score for labels of the training birds and then of those judged by: logistic regression learns the former, and what
 * share it gets right of the latter is the score.
 */
export function logisticScore({ training, judged }: Division): (labels: readonly string[]) => number {
  const [rows, asked] = [rowsOf(training), rowsOf(judged)];
  return (labels) => {
    const [known, truth] = [labels.slice(0, rows.length), labels.slice(rows.length)];
    const classes = [...new Set(known)];
    const codes = Int32Array.from(known, (label) => classes.indexOf(label));
    const probabilities = logisticBaseline({ rows, labels: codes, classes: classes.length }, asked);
    const right = truth.filter((label, row) => {
      const own = Array.from(probabilities.slice(row * classes.length, (row + 1) * classes.length));
      return classes[own.indexOf(Math.max(...own))] === label;
    });
    return right.length / truth.length;
  };
}
