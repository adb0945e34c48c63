import type { Stream } from 'descent/grading';
import { COLUMNS, type Row } from './table.ts';

/** What stands where a value is missing. */
export const MISSING = ['', 'NA', '.'];

/** The same in another order, drawn. */
export function shuffled<Item>(stream: Stream, items: readonly Item[]): Item[] {
  return Array.from(stream.permutation(items.length), (place) => items[place]!);
}

/** A number for each name, by the alphabet. */
export function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...names].sort().map((name, label) => [name, label]));
}

/** The species of the table. */
export const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];

/** Rows, and which of them lack nothing. */
export interface Gaps {
  readonly rows: readonly Row[];
  readonly complete: readonly Row[];
}

/**
 * Complete birds in a drawn order, of which every third lacks one value. Every sign for a missing value stands in every
 * column at least once if there are 72 birds or more. Some cells only look like gaps: an island whose name has NA in it.
 */
export function drawGaps(stream: Stream, birds: readonly Row[]): Gaps {
  const cells = shuffled(
    stream,
    COLUMNS.flatMap((column) => MISSING.map((sign) => ({ column, sign }))),
  );
  const complete: Row[] = [];
  const rows = shuffled(stream, birds).map((bird, i) => {
    const row = { ...bird, island: i % 5 === 0 ? 'NANORTALIK' : bird.island };
    if (i % 3 !== 0) complete.push(row);
    const { column, sign } = cells[(i / 3) % cells.length] ?? cells[0]!;
    return i % 3 === 0 ? { ...row, [column]: sign } : row;
  });
  return { rows, complete };
}

/** Three to six species that nobody has heard of, in an order that is not the alphabet's, on the birds in turn. */
export function drawSpecies(
  stream: Stream,
  birds: readonly Row[],
): { rows: readonly Row[]; names: readonly string[] } {
  const letters = shuffled(stream, ['Aster', 'Bolt', 'Cirrus', 'Dune', 'Ember', 'Fjord', 'Gull']);
  const names = letters.slice(0, 3 + stream.integer(4));
  // The alphabet backwards, so that no order of the rows is right by chance.
  names.sort().reverse();
  return { names, rows: birds.map((bird, i) => ({ ...bird, species: names[i % names.length]! })) };
}
