import { createStream, TodoError } from 'descent';

/** Rows of numbers and their labels: `ys[i]` belongs to `xs[i]`. */
export interface Data {
  readonly xs: readonly (readonly number[])[];
  readonly ys: readonly string[];
}

/** The places (0, 1, 2, …) of the rows to learn from, and of those that are only looked at. */
export interface Division {
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

/** How an epoch is cut into batches. */
export interface BatchOptions {
  /** How many rows a batch has. */
  readonly size: number;
  readonly seed: number;
  /** 0 for the first epoch. Each one has an order of its own. */
  readonly epoch: number;
  /** Whether to leave out a last batch that is not full; false unless given. */
  readonly dropLast?: boolean;
}

/**
 * Task 1. The same rows in a random order, each with its own label.
 * @param seed the same seed gives the same order
 * @returns new lists; those that were given stay as they are
 */
export function shuffle(xs: Data['xs'], ys: Data['ys'], seed: number): Data {
  // BEGIN SOLUTION
  const order = [...createStream(seed).permutation(xs.length)];
  return { xs: order.map((row) => xs[row]!), ys: order.map((row) => ys[row]!) };
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: one random order for both lists');
}

/**
 * Task 2. Deals the places 0 … n − 1 out to several parts by lot.
 * @param shares the share of each part, such as [0.8, 0.1, 0.1]; they add up to 1
 * @returns the places of each part; each place is in exactly one of them
 */
export function split(n: number, shares: readonly number[], seed: number): number[][] {
  // BEGIN SOLUTION
  const order = [...createStream(seed).permutation(n)];
  let total = 0;
  let start = 0;
  return shares.map((share) => {
    total += share;
    const part = order.slice(start, Math.round(total * n));
    start += part.length;
    return part;
  });
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: a random order, cut in pieces');
}

/**
 * Task 3. Takes equally many rows of every combination of label and group for validation, by lot. All others are for
 * training.
 * @param groups a second property of each row, such as the sex
 * @param perGroup how many rows of each combination; each has more than that
 */
export function stratifiedSplit(
  labels: readonly string[],
  groups: readonly string[],
  perGroup: number,
  seed: number,
): Division {
  // BEGIN SOLUTION
  const training: number[] = [];
  const validation: number[] = [];
  const taken = new Map<string, number>();
  for (const row of createStream(seed).permutation(labels.length)) {
    const combination = JSON.stringify([labels[row], groups[row]]);
    const count = taken.get(combination) ?? 0;
    taken.set(combination, count + 1);
    (count < perGroup ? validation : training).push(row);
  }
  return { training, validation };
  // END SOLUTION
  // STUB: throw new TodoError('Task 3: as many of each combination');
}

/**
 * Task 4. The batches of one epoch: all rows in an order that seed and epoch decide, cut in pieces.
 * @returns one { xs, ys } for each batch
 */
export function batches(
  xs: Data['xs'],
  ys: Data['ys'],
  { size, seed, epoch, dropLast = false }: BatchOptions,
): Data[] {
  // BEGIN SOLUTION
  const order = createStream(seed).derive(epoch).permutation(xs.length);
  const all: Data[] = [];
  for (let start = 0; start < order.length; start += size) {
    const rows = [...order.slice(start, start + size)];
    if (dropLast && rows.length < size) break;
    all.push({ xs: rows.map((row) => xs[row]!), ys: rows.map((row) => ys[row]!) });
  }
  return all;
  // END SOLUTION
  // STUB: throw new TodoError('Task 4: a new order for each epoch, cut in batches');
}

/**
 * Task 5. Takes the last rows for validation, without shuffling, but only where that does no harm.
 * @param share how many of the rows are for validation, rounded to whole rows
 * @throws Error when a label is missing in one of the two parts; the message names all such labels
 */
export function tailSplit(labels: readonly string[], share: number): Division {
  // BEGIN SOLUTION
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const isIn = (part: number[], label: string) => part.some((row) => labels[row] === label);
  const missing = [...new Set(labels)].filter((label) => !isIn(training, label) || !isIn(validation, label));
  if (missing.length > 0) throw new Error(`one part has no ${missing.join(', no ')}: shuffle first`);
  return { training, validation };
  // END SOLUTION
  // STUB: throw new TodoError('Task 5: cut the tail off, or refuse to');
}
