import { columnOf } from '../table-rows.ts';
import { grouped, type QualityCheck } from './quality-check.ts';

/** A file whose rows are sorted by the target. */
export const sortedRows: QualityCheck = ({ table, targets }) =>
  targets.flatMap((name) => {
    const target = columnOf(table, name);
    if (target.kind === 'tensor' || table.rows < 20) return [];
    const values =
      target.kind === 'number'
        ? target.values.filter((value) => !Number.isNaN(value))
        : target.codes.filter((code) => code >= 0);
    let changes = 0;
    let falls = 0;
    for (let row = 1; row < values.length; row++) {
      if (values[row] !== values[row - 1]) changes++;
      if (values[row]! < values[row - 1]!) falls++;
    }
    // Rows in random order change class about as often as they differ by chance, so few changes mean blocks.
    const inBlocks = target.kind === 'category' && changes > 0 && changes < 2 * target.categories.length;
    const ascending = target.kind === 'number' && changes > 0 && (falls === 0 || falls === changes);
    if (!inBlocks && !ascending) return [];
    return [
      {
        check: 'sortedRows',
        severity: 'note' as const,
        message: inBlocks
          ? `The rows come in ${grouped(changes + 1)} blocks sorted by ${name}.`
          : `The rows are sorted by ${name}.`,
        fix: 'Keep the split random and training.shuffle true: the last rows alone would be a part like no other.',
      },
    ];
  });
