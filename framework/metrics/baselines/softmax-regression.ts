import { logarithm } from '../../random/normal-quantile.ts';
import { exponential } from '../../random/power.ts';
import type { FeatureMatrix } from './feature-matrix.ts';
import { minimize } from './minimize.ts';

/**
 * Multinomial logistic regression with a weak L2 penalty, `|weights|²/2` on the sum of the losses, as
 * scikit-learn's default (C = 1): without one the weights of separable classes would grow for ever.
 * @param features scaled, `[rows, width]`
 * @param labels class indices, `[rows]`
 * @returns weights `[width + 1, classes]`, the intercepts last, and whether they had converged
 */
export function fitSoftmaxRegression(
  features: FeatureMatrix,
  labels: Int32Array,
  classes: number,
  evaluations: number,
): { weights: Float64Array; converged: boolean } {
  const weights = new Float64Array((features.width + 1) * classes);
  const intercepts = features.width * classes;
  const probabilities = new Float64Array(classes);
  const converged = minimize(
    (point, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let row = 0; row < features.rows; row++) {
        softmaxOfRow(features, row, point, probabilities);
        const label = labels[row]!;
        loss -= logarithm(Math.max(probabilities[label]!, Number.MIN_VALUE));
        probabilities[label]! -= 1;
        addOuterProduct(features, row, probabilities, gradient);
      }
      for (let index = 0; index < gradient.length; index++) {
        if (index < intercepts) {
          loss += (point[index]! * point[index]!) / 2;
          gradient[index]! += point[index]!;
        }
        gradient[index]! /= features.rows;
      }
      return loss / features.rows;
    },
    weights,
    { evaluations },
  );
  return { weights, converged };
}

/** Probabilities `[rows, classes]` of every row. */
export function predictSoftmaxRegression(
  features: FeatureMatrix,
  weights: Float64Array,
  classes: number,
): Float32Array {
  const result = new Float32Array(features.rows * classes);
  const probabilities = new Float64Array(classes);
  for (let row = 0; row < features.rows; row++) {
    softmaxOfRow(features, row, weights, probabilities);
    result.set(probabilities, row * classes);
  }
  return result;
}

/** Writes the class probabilities of one row; the largest score is taken off first, so nothing overflows. */
function softmaxOfRow(
  { width, values }: FeatureMatrix,
  row: number,
  weights: Float64Array,
  probabilities: Float64Array,
): void {
  const classes = probabilities.length;
  for (let index = 0; index < classes; index++) probabilities[index] = weights[width * classes + index]!;
  for (let column = 0; column < width; column++) {
    const value = values[row * width + column]!;
    // Constant columns are 0 after scaling; in images they are many.
    if (value === 0) continue;
    const start = column * classes;
    for (let index = 0; index < classes; index++) probabilities[index]! += value * weights[start + index]!;
  }
  let largest = -Infinity;
  for (const score of probabilities) largest = Math.max(largest, score);
  let sum = 0;
  for (let index = 0; index < classes; index++) {
    probabilities[index] = exponential(probabilities[index]! - largest);
    sum += probabilities[index]!;
  }
  for (let index = 0; index < classes; index++) probabilities[index]! /= sum;
}

/** Adds (row of features, 1) ⊗ errors to the gradient. */
function addOuterProduct(
  { width, values }: FeatureMatrix,
  row: number,
  errors: Float64Array,
  gradient: Float64Array,
): void {
  const classes = errors.length;
  for (let column = 0; column < width; column++) {
    const value = values[row * width + column]!;
    if (value === 0) continue;
    const start = column * classes;
    for (let index = 0; index < classes; index++) gradient[start + index]! += value * errors[index]!;
  }
  for (let index = 0; index < classes; index++) gradient[width * classes + index]! += errors[index]!;
}
