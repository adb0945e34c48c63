import { columnOf } from '../table-rows.ts';
import type { CategoryColumn, Column, NumberColumn } from '../table.ts';
import { percent, type QualityCheck } from './quality-check.ts';

/** Fewer rows fit anything by chance. */
const LEAST_ROWS = 30;
/** From here on a single column is suspicious. */
const SUSPICIOUS_ACCURACY = 0.99;
const SUSPICIOUS_CORRELATION = 0.9999;

/** Features that give the target away: a single one of them predicts it almost without error. */
export const leakingColumns: QualityCheck = ({ table, features, targets }) => {
  if (table.rows < LEAST_ROWS) return [];
  return targets.flatMap((targetName) => {
    const target = columnOf(table, targetName);
    return features.flatMap((name) => {
      const evidence = giveaway(columnOf(table, name), target);
      if (evidence === undefined) return [];
      return [
        {
          check: 'leakingColumns',
          severity: 'warning' as const,
          message: `${name} alone gives ${targetName} away: ${evidence}.`,
          fix: `Ask whether ${name} is known before ${targetName} is; if not, leave it out of features.`,
        },
      ];
    });
  });
};

function giveaway(feature: Column, target: Column): string | undefined {
  if (target.kind === 'category') {
    const accuracy =
      feature.kind === 'number'
        ? neighbourAccuracy(feature, target)
        : feature.kind === 'category'
          ? majorityAccuracy(feature, target)
          : 0;
    const isSurprising = accuracy >= SUSPICIOUS_ACCURACY && largestShare(target) < 0.95;
    return isSurprising ? `it names the class of ${percent(accuracy)} of the rows` : undefined;
  }
  if (feature.kind !== 'number' || target.kind !== 'number') return undefined;
  const r = correlation(feature.values, target.values);
  return Math.abs(r) >= SUSPICIOUS_CORRELATION ? `their correlation is ${r.toFixed(5)}` : undefined;
}

/**
 * How often a row has the class of a neighbour in the order of the feature: of both neighbours, so that equal
 * values with different classes count as errors wherever they meet.
 */
function neighbourAccuracy(feature: NumberColumn, target: CategoryColumn): number {
  const rows = presentRows(target.codes, (row) => !Number.isNaN(feature.values[row]));
  // Equal values are ordered by row, not by class: sorting by class would make a constant look telling.
  rows.sort((a, b) => feature.values[a]! - feature.values[b]! || scrambled(a) - scrambled(b));
  let same = 0;
  for (let index = 1; index < rows.length; index++) {
    if (target.codes[rows[index]!] === target.codes[rows[index - 1]!]) same++;
  }
  return rows.length < LEAST_ROWS ? 0 : same / (rows.length - 1);
}

/** Some order of rows that does not follow the file, which is often sorted by class. */
function scrambled(row: number): number {
  return Math.imul(row + 1, 0x9e3779b1) >>> 0;
}

/** How often the most frequent class of a category is right; 0 where categories are as good as row numbers. */
function majorityAccuracy(feature: CategoryColumn, target: CategoryColumn): number {
  const rows = presentRows(target.codes, (row) => feature.codes[row]! >= 0);
  if (rows.length < LEAST_ROWS || feature.categories.length > rows.length / 5) return 0;
  const classes = target.categories.length;
  const counts = new Int32Array(feature.categories.length * classes);
  for (const row of rows) counts[feature.codes[row]! * classes + target.codes[row]!]!++;
  let right = 0;
  for (let code = 0; code < feature.categories.length; code++) {
    right += Math.max(...counts.subarray(code * classes, (code + 1) * classes));
  }
  return right / rows.length;
}

function presentRows(codes: Int32Array, isPresent: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(codes.length);
  let count = 0;
  codes.forEach((code, row) => {
    if (code >= 0 && isPresent(row)) rows[count++] = row;
  });
  return rows.subarray(0, count);
}

function largestShare(target: CategoryColumn): number {
  const counts = new Int32Array(target.categories.length);
  let present = 0;
  for (const code of target.codes) {
    if (code < 0) continue;
    counts[code]!++;
    present++;
  }
  return Math.max(...counts) / Math.max(1, present);
}

/** Pearson's correlation over the rows where both are present; 0 where one is constant. */
function correlation(left: Float64Array, right: Float64Array): number {
  let [count, meanLeft, meanRight, squaresLeft, squaresRight, products] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < left.length; row++) {
    const [x, y] = [left[row]!, right[row]!];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    count++;
    const [dx, dy] = [x - meanLeft, y - meanRight];
    meanLeft += dx / count;
    meanRight += dy / count;
    squaresLeft += dx * (x - meanLeft);
    squaresRight += dy * (y - meanRight);
    products += dx * (y - meanRight);
  }
  if (count < LEAST_ROWS || squaresLeft === 0 || squaresRight === 0) return 0;
  return products / Math.sqrt(squaresLeft * squaresRight);
}
