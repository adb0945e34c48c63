import { ComponentProblem } from '../component/component.ts';
import { DataError, shown } from './data-error.ts';
import type { Origin } from './assemble.ts';
import { columnOf } from './table-rows.ts';
import type { ColumnInfo, Table } from './table.ts';
import { kindInWords } from './transforms/choose-columns.ts';

/**
 * Refuses a column that cannot weigh rows.
 * @throws ComponentProblem at the option `sampleWeights`
 */
export function checkWeightColumn({ name, kind }: ColumnInfo, targets: readonly string[]): void {
  const option = 'sampleWeights';
  if (targets.includes(name)) {
    throw new ComponentProblem(`the target "${name}" cannot weigh rows`, {
      option,
      fix: 'Name another column.',
    });
  }
  if (kind === 'number') return;
  throw new ComponentProblem(`"${name}" is a column of ${kindInWords(kind)}; weights are numbers`, {
    option,
    fix: 'Name a column of numbers that are not negative.',
  });
}

/**
 * The weight of every row of a part, read from a column of the source.
 * @param origin the file, and the source row of every row of the part
 * @throws DataError for a weight that is missing, negative or not finite
 */
export function readSampleWeights(source: Table, name: string, origin: Origin): Float32Array {
  const column = columnOf(source, name);
  if (column.kind !== 'number') throw new Error(`"${name}" is no column of numbers`);
  return Float32Array.from(origin.rows, (row) => {
    const weight = column.values[row]!;
    if (weight >= 0 && Number.isFinite(Math.fround(weight))) return weight;
    const isMissing = Number.isNaN(weight);
    throw new DataError(isMissing ? 'the weight is missing' : `${shown(String(weight))} cannot be a weight`, {
      file: origin.file,
      row: row + 1,
      column: name,
      ...(isMissing ? {} : { value: String(weight) }),
      fix: 'A weight is a number from 0; 0 leaves a row out of the loss.',
    });
  });
}
