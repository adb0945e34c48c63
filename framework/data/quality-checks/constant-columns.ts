import type { Column } from '../table.ts';
import { columnOf } from '../table-rows.ts';
import { inWords, type QualityCheck } from './quality-check.ts';

/** Columns that have the same value in every row. */
export const constantColumns: QualityCheck = ({ table, features, targets }) => {
  if (table.rows < 2) return [];
  const finding = (names: readonly string[], isTarget: boolean) => ({
    check: 'constantColumns',
    severity: isTarget ? ('warning' as const) : ('note' as const),
    message: `${inWords(names)} ${names.length === 1 ? 'has' : 'have'} the same value in every row.`,
    fix: isTarget
      ? 'There is nothing to learn about it: check the file, or choose another target.'
      : 'Leave it out of features: it tells nothing.',
  });
  const constant = (names: readonly string[]) => names.filter((name) => isConstant(columnOf(table, name)));
  const [constantFeatures, constantTargets] = [constant(features), constant(targets)];
  return [
    ...(constantFeatures.length > 0 ? [finding(constantFeatures, false)] : []),
    ...(constantTargets.length > 0 ? [finding(constantTargets, true)] : []),
  ];
};

/** Whether all values that are present are equal; a column without any is constant too. */
function isConstant(column: Column): boolean {
  if (column.kind === 'tensor') return column.values.every((value) => value === column.values[0]);
  const values = column.kind === 'number' ? column.values : column.codes;
  const isPresent = (value: number) => (column.kind === 'number' ? !Number.isNaN(value) : value >= 0);
  const first = values.find(isPresent);
  return values.every((value) => !isPresent(value) || value === first);
}
