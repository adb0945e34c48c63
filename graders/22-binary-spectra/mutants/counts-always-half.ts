/**
 * Rejected by: every answer is counted once
 * Plausible slip: the threshold is always one half.
 */
import { type Counts } from '../../../solutions/22-binary-spectra/exercise.ts';

export function counts(
  probabilities: readonly number[],
  labels: readonly number[],
  _threshold: number,
): Counts {
  let [tp, fp, tn, fn] = [0, 0, 0, 0];
  probabilities.forEach((probability, i) => {
    if (probability >= 0.5) {
      if (labels[i] === 1) tp++;
      else fp++;
    } else if (labels[i] === 1) fn++;
    else tn++;
  });
  return { tp, fp, tn, fn };
}
