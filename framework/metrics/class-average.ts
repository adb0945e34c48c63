import { Type } from '@sinclair/typebox';
import type { ClassificationEvaluation } from './evaluation-of-task.ts';
import type { MetricTable } from './metric.ts';
import { countClasses } from './predicted-classes.ts';

/** How the scores of the classes become one number, or stay apart. */
export type ClassAverage = 'macro' | 'weighted' | 'micro' | 'perClass';

/** The option `average` of precision, recall and F1. */
export const averageOption = Type.Union(
  (['macro', 'weighted', 'micro', 'perClass'] as const).map((name) => Type.Literal(name)),
  {
    default: 'macro',
    description:
      'macro: mean over the classes that occur in the part. weighted: the same, each class as often as it occurs. ' +
      'micro: from the counts of all classes together, which equals accuracy. perClass: a table, one row per class.',
    reason: 'every class counts alike, so a rare class that is never found shows',
  },
);

/** The score of one class from its counts; NaN where it is undefined (0/0). */
export type ClassScore = (correct: number, predicted: number, occurring: number) => number;

/**
 * A per-class score, averaged. In `macro` and `weighted` only classes that occur in the truth count, and an
 * undefined score of such a class (a class never predicted has no precision) counts as 0. NaN without rows.
 */
export function averageOverClasses(
  evaluation: ClassificationEvaluation,
  average: ClassAverage,
  column: string,
  score: ClassScore,
): number | MetricTable {
  const { correct, predicted, occurring } = countClasses(evaluation);
  if (average === 'micro') return score(total(correct), total(predicted), total(occurring));
  const scores = Array.from(evaluation.classes, (_, index) =>
    score(correct[index]!, predicted[index]!, occurring[index]!),
  );
  if (average === 'perClass') {
    return {
      rowNames: evaluation.classes,
      columnNames: [column],
      values: scores.map((value) => [value]),
    };
  }
  let sum = 0;
  let weights = 0;
  for (const [index, value] of scores.entries()) {
    const weight = average === 'weighted' ? occurring[index]! : Math.min(1, occurring[index]!);
    sum += weight * (Number.isNaN(value) ? 0 : value);
    weights += weight;
  }
  return sum / weights;
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
