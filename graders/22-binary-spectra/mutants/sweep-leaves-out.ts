/**
 * Rejected by: recall never rises with the threshold
 * Plausible slip: thresholds above 1 are left out.
 */
import { type Point, counts } from '../../../solutions/22-binary-spectra/exercise.ts';

export function sweep(
  probabilities: readonly number[],
  labels: readonly number[],
  thresholds: readonly number[],
): Point[] {
  return thresholds
    .filter((threshold) => threshold <= 1)
    .map((threshold) => {
      const { tp, fp, tn, fn } = counts(probabilities, labels, threshold);
      return {
        threshold,
        accuracy: (tp + tn) / labels.length,
        precision: tp / (tp + fp),
        recall: tp / (tp + fn),
      };
    });
}
