import { Type } from '@sinclair/typebox';
import { ComponentProblem } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';
import type { Column, ColumnInfo, Table } from '../table.ts';

/** The option `columns` of a transform that works on columns of some kind. */
export const columnsOption = (what: string) =>
  Type.Array(Type.String(), {
    default: [],
    uniqueItems: true,
    description: `Which columns; empty: all columns of ${what}.`,
    reason: 'most often all of them want the same treatment',
  });

/**
 * The names of the columns that a transform works on.
 * @param names the user's choice; none means all that fit
 * @throws ComponentProblem for an unknown column, one of another kind, or when none fits
 */
export function chooseColumns(
  columns: readonly ColumnInfo[],
  names: readonly string[],
  kinds: readonly ColumnInfo['kind'][],
  defaultKinds: readonly ColumnInfo['kind'][] = kinds,
): readonly string[] {
  if (names.length === 0) {
    const fitting = columns.filter(({ kind }) => defaultKinds.includes(kind)).map(({ name }) => name);
    if (fitting.length > 0) return fitting;
    throw new ComponentProblem(`there is no column of ${defaultKinds.map(kindInWords).join(' or ')}`, {
      option: 'type',
      fix: 'Leave the transform out.',
    });
  }
  names.forEach((name, index) => {
    const column = columns.find((candidate) => candidate.name === name);
    const option = `columns.${index}`;
    if (!column) {
      const all = columns.map((candidate) => candidate.name);
      throw new ComponentProblem(`unknown column "${name}"`, {
        option,
        fix: didYouMean(name, all) ?? `The columns here are ${all.join(', ')}.`,
      });
    }
    if (!kinds.includes(column.kind)) {
      throw new ComponentProblem(
        `"${name}" is a column of ${kindInWords(column.kind)}, not of ${kinds.map(kindInWords).join(' or ')}`,
        { option, fix: 'Leave it out of columns.' },
      );
    }
  });
  return names;
}

/** A kind of column as messages call it. */
export function kindInWords(kind: ColumnInfo['kind']): string {
  return { number: 'numbers', category: 'categories', tensor: 'arrays' }[kind];
}

/** The table with each column that has an entry changed by it; the others stay as they are. */
export function mapColumns<Entry>(
  table: Table,
  entries: Readonly<Record<string, Entry>>,
  change: (column: Column, entry: Entry) => Column | readonly Column[],
): Table {
  const columns = table.columns.flatMap((column) =>
    Object.hasOwn(entries, column.name) ? change(column, entries[column.name]!) : column,
  );
  return { rows: table.rows, columns };
}
