import { columnOf, isMissing } from '../table-rows.ts';
import { grouped, inWords, percent, type QualityCheck } from './quality-check.ts';

/** How many rows lack a value of a feature or the target, by column. */
export const missingValues: QualityCheck = ({ table, features, targets }) => {
  const columns = [...features, ...targets].map((name) => columnOf(table, name));
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const counts = columns.map((column) => rows.filter((row) => isMissing(column, row)).length);
  const incomplete = rows.filter((row) => columns.some((column) => isMissing(column, row))).length;
  if (incomplete === 0) return [];
  const named = columns
    .map(({ name }, index) => ({ name, count: counts[index]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name} ${grouped(count)}`);
  return [
    {
      check: 'missingValues',
      severity: incomplete > table.rows / 10 ? 'warning' : 'note',
      message: `${grouped(incomplete)} of ${grouped(table.rows)} rows (${percent(incomplete / table.rows)}) lack a value: ${inWords(named)}.`,
      fix: 'Drop such rows (missing: drop), or keep them and fill the gaps (missing: keep and the transform impute).',
    },
  ];
};
