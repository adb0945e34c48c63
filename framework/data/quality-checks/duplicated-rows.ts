import { sizeOf } from '../table-rows.ts';
import type { Column } from '../table.ts';
import { grouped, percent, type QualityCheck } from './quality-check.ts';

/**
 * Rows of the validation or test part that occur in the training part too. All columns of the source are compared:
 * two birds may well have the same bill, but hardly the same everything.
 */
export const duplicatedRows: QualityCheck = ({ table, parts }) => {
  if (!parts) return [];
  const { columns } = table;
  const byHash = new Map<number, number[]>();
  for (const row of parts.train) {
    const hash = hashRow(columns, row);
    const rows = byHash.get(hash);
    if (rows) rows.push(row);
    else byHash.set(hash, [row]);
  }
  return (['validation', 'test'] as const).flatMap((part) => {
    const rows = parts[part];
    const isKnown = (row: number) =>
      // Only the first few of one hash are compared: where thousands are equal, the first is equal too.
      byHash
        .get(hashRow(columns, row))
        ?.slice(0, 8)
        .some((other) => equalRows(columns, row, other)) ?? false;
    const count = rows.reduce((sum, row) => sum + Number(isKnown(row)), 0);
    if (count === 0) return [];
    const share = count / rows.length;
    return [
      {
        check: 'duplicatedRows',
        severity: share >= 0.01 ? ('warning' as const) : ('note' as const),
        message: `${grouped(count)} of ${grouped(rows.length)} ${part} rows (${percent(share)}) are copies of a training row.`,
        fix: 'Remove repeated rows from the file: what was learned by heart looks like skill.',
      },
    ];
  });
};

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

/** The floats as they lie in memory. */
function bitsOf(values: Float32Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

/** A 53-bit hash of the features of a row. */
function hashRow(columns: readonly Column[], row: number): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  const mix = (word: number) => {
    high = Math.imul(high ^ word, 0x01000193);
    low = Math.imul((low ^ word) + 0x27d4eb2f, 0x165667b1);
    low ^= low >>> 15;
  };
  for (const column of columns) {
    if (column.kind === 'category') {
      mix(column.codes[row]!);
    } else if (column.kind === 'number') {
      bits[0] = column.values[row]!;
      mix(words[0]!);
      mix(words[1]!);
    } else {
      const size = sizeOf(column.shape);
      const units = column.values instanceof Float32Array ? bitsOf(column.values) : column.values;
      for (let at = row * size; at < (row + 1) * size; at++) mix(units[at]!);
    }
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function equalRows(columns: readonly Column[], left: number, right: number): boolean {
  return columns.every((column) => {
    if (column.kind === 'category') return column.codes[left] === column.codes[right];
    if (column.kind === 'number') return Object.is(column.values[left], column.values[right]);
    const size = sizeOf(column.shape);
    for (let index = 0; index < size; index++) {
      if (column.values[left * size + index] !== column.values[right * size + index]) return false;
    }
    return true;
  });
}
