import { didYouMean, suggest } from '../document/suggest.ts';
import { DataError, shown } from './data-error.ts';
import { sizeOf } from './table-rows.ts';
import type { Column, ColumnInfo, Table } from './table.ts';
import { kindInWords } from './transforms/choose-columns.ts';

/**
 * The columns of a new file as a run knew them: those that are needed, in that order, categories numbered alike.
 * @param names all columns of the file, where the table holds only some
 * @throws DataError for a column that is missing or of another kind, and for an unknown category
 */
export function conformColumns(
  table: Table,
  needed: readonly ColumnInfo[],
  file: string,
  names: readonly string[] = table.columns.map(({ name }) => name),
): Table {
  if (table.rows === 0) throw new DataError('the file has no rows', { file, fix: 'Write at least one.' });
  const columns = needed.map((info) => {
    const column = table.columns.find(({ name }) => name === info.name);
    if (column) return conform(column, info, file);
    const similar = suggest(info.name, names);
    throw new DataError(`the column "${info.name}" is missing`, {
      file,
      fix: similar
        ? `If the column "${similar}" is it, rename it.`
        : `The model needs the columns ${needed.map(({ name }) => name).join(', ')}.`,
    });
  });
  return { rows: table.rows, columns };
}

function conform(column: Column, info: ColumnInfo, file: string): Column {
  if (info.kind === 'category') return conformCategory(column, info.categories, file);
  if (column.kind === 'category') {
    const row = column.codes.findIndex((code) => code >= 0);
    const value = column.categories[column.codes[row] ?? -1];
    throw new DataError(
      value === undefined ? 'the column has no values' : `${shown(value)} is not a number`,
      {
        file,
        row: row + 1,
        column: column.name,
        ...(value !== undefined && { value }),
        fix: 'The model learned from numbers here.',
      },
    );
  }
  if (info.kind !== column.kind) throw wrongKind(column, info.kind, file);
  if (info.kind === 'tensor' && column.kind === 'tensor') {
    if (sizeOf(column.shape) !== sizeOf(info.shape)) {
      throw new DataError(
        `the arrays have the shape [${column.shape.join(', ')}], but the model takes [${info.shape.join(', ')}]`,
        { file, column: column.name, fix: 'Bring them to that shape.' },
      );
    }
    // [28, 28] and [28, 28, 1] hold the same values.
    return { ...column, shape: info.shape };
  }
  return column;
}

function conformCategory(column: Column, known: readonly string[], file: string): Column {
  if (column.kind === 'tensor') throw wrongKind(column, 'category', file);
  const names =
    column.kind === 'category'
      ? Array.from(column.codes, (code) => column.categories[code])
      : Array.from(column.values, (value) => (Number.isNaN(value) ? undefined : String(value)));
  const codeOf = new Map(known.map((name, code) => [name, code]));
  const codes = Int32Array.from(names, (name, row) => {
    if (name === undefined) return -1;
    const code = codeOf.get(name);
    if (code !== undefined) return code;
    throw new DataError(`${shown(name)} is no known category`, {
      file,
      row: row + 1,
      column: column.name,
      value: name,
      fix: didYouMean(name, known) ?? `The categories are ${known.join(', ')}.`,
    });
  });
  return { name: column.name, kind: 'category', codes, categories: known };
}

function wrongKind(column: Column, wanted: ColumnInfo['kind'], file: string): DataError {
  return new DataError(
    `the column holds ${kindInWords(column.kind)}, but the model learned from ${kindInWords(wanted)}`,
    {
      file,
      column: column.name,
    },
  );
}
