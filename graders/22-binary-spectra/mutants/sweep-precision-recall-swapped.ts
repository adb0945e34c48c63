/**
 * Rejected by: three thresholds
 * Plausible slip: precision and recall change places.
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
      precision: tp / (tp + fn),
      recall: tp / (tp + fp),
    };
  });
}
