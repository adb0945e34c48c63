/**
 * Rejected by: three thresholds
 * Plausible slip: the share of the equal atoms that are recognized.
 */
import { type Point, counts } from '../../../solutions/22-binary-spectra/exercise.ts';

export function sweep(
  probabilities: readonly number[],
  labels: readonly number[],
  thresholds: readonly number[],
): Point[] {
  return thresholds.map((threshold) => {
    const { tp, fp, tn } = counts(probabilities, labels, threshold);
    return {
      threshold,
      accuracy: (tp + tn) / labels.length,
      precision: tp / (tp + fp),
      recall: tn / (tn + fp),
    };
  });
}
