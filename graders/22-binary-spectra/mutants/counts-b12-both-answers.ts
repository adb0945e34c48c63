/**
 * Rejected by: four counts of six answers
 * B12 of the slides: each spectrum is counted for both answers, so that the counts add up to 2N.
 */
import { type Counts } from '../../../solutions/22-binary-spectra/exercise.ts';

export function counts(
  probabilities: readonly number[],
  labels: readonly number[],
  threshold: number,
): Counts {
  let [tp, fp, tn, fn] = [0, 0, 0, 0];
  probabilities.forEach((probability, i) => {
    if (probability >= threshold) {
      if (labels[i] === 1) tp++;
      else fp++;
    } else if (labels[i] === 1) fn++;
    else tn++;
  });
  return { tp: tp + tn, fp: fp + fn, tn: tn + tp, fn: fn + fp };
}
