import type { ClassificationEvaluation } from './evaluation-of-task.ts';

/** What `predictedClass` gives for a row whose probabilities are not numbers. */
export const NO_CLASS = -1;

/**
 * The class with the largest probability in one row; the first of equals. `NO_CLASS` when a probability is
 * NaN: such a row counts as wrong in every metric, so a model that diverged cannot look right by accident.
 */
export function predictedClass(probabilities: Float32Array, row: number, classes: number): number {
  const start = row * classes;
  let best = 0;
  let largest = -Infinity;
  let sum = 0;
  for (let index = 0; index < classes; index++) {
    const probability = probabilities[start + index]!;
    sum += probability;
    if (probability > largest) {
      largest = probability;
      best = index;
    }
  }
  return Number.isNaN(sum) ? NO_CLASS : best;
}

/** Per class: rows of it, rows predicted as it, and rows that are both. All `[classes]`. */
export interface ClassCounts {
  readonly occurring: Int32Array;
  readonly predicted: Int32Array;
  readonly correct: Int32Array;
}

/** Counts true, predicted and correctly predicted rows of each class. */
export function countClasses(evaluation: ClassificationEvaluation): ClassCounts {
  const classes = evaluation.classes.length;
  const occurring = new Int32Array(classes);
  const predicted = new Int32Array(classes);
  const correct = new Int32Array(classes);
  for (let row = 0; row < evaluation.rows; row++) {
    const label = evaluation.labels[row]!;
    const guess = predictedClass(evaluation.probabilities, row, classes);
    occurring[label]!++;
    if (guess === NO_CLASS) continue;
    predicted[guess]!++;
    if (guess === label) correct[label]!++;
  }
  return { occurring, predicted, correct };
}
