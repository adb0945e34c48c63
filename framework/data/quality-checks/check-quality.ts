import type { QualityFinding } from '../quality.ts';
import { classImbalance } from './class-imbalance.ts';
import { constantColumns } from './constant-columns.ts';
import { duplicatedRows } from './duplicated-rows.ts';
import { leakingColumns } from './leaking-columns.ts';
import { missingValues } from './missing-values.ts';
import type { QualityCheck, QualityInput } from './quality-check.ts';
import { scaleDifferences } from './scale-differences.ts';
import { sortedRows } from './sorted-rows.ts';

const CHECKS: readonly QualityCheck[] = [
  leakingColumns,
  duplicatedRows,
  classImbalance,
  missingValues,
  constantColumns,
  sortedRows,
  scaleDifferences,
];

/** Everything that the reader should know about the data, warnings first. */
export function checkQuality(input: QualityInput): readonly QualityFinding[] {
  const findings = CHECKS.flatMap((check) => check(input));
  const isNote = ({ severity }: QualityFinding) => Number(severity === 'note');
  return findings.toSorted((left, right) => isNote(left) - isNote(right));
}
