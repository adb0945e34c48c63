import { didYouMean } from '../../document/suggest.ts';
import { shown } from '../data-error.ts';
import type { Column } from '../table.ts';
import { ValueProblem } from '../value-problem.ts';

/**
 * The position of every row's category in a list of names, −1 where it is missing. A new file may number its
 * categories differently: names decide.
 * @throws ValueProblem for a category that is not in the list
 */
export function positionsIn(known: readonly string[], column: Column): Int32Array {
  if (column.kind !== 'category') throw new Error(`"${column.name}" is no column of categories`);
  const positionOf = new Map(known.map((name, position) => [name, position]));
  const positions = column.categories.map((name) => positionOf.get(name));
  return column.codes.map((code, row) => {
    if (code < 0) return -1;
    const position = positions[code];
    if (position !== undefined) return position;
    const name = column.categories[code]!;
    throw new ValueProblem(`${shown(name)} is no known category`, {
      row,
      column: column.name,
      value: name,
      fix: didYouMean(name, known) ?? `The categories are ${known.join(', ')}.`,
    });
  });
}
