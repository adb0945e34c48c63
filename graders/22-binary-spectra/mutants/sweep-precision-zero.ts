/**
 * Rejected by: recall never rises with the threshold
 * Plausible slip: a precision that nobody knows is called 0.
 */
import { type Point, counts } from '../../../solutions/22-binary-spectra/exercise.ts';

export function sweep(
  probabilities: readonly number[],
  labels: readonly number[],
  thresholds: readonly number[],
): Point[] {
  return thresholds.map((threshold) => {
    const { tp, fp, tn, fn } = counts(probabilities, labels, threshold);
    return {
      threshold,
      accuracy: (tp + tn) / labels.length,
      precision: tp + fp === 0 ? 0 : tp / (tp + fp),
      recall: tp / (tp + fn),
    };
  });
}
