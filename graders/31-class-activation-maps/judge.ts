import { type TensorValue } from 'descent/grading';
import { labelsOf, type Scene } from './shapes.ts';

/** The mean of numbers. */
export function meanOf(values: readonly number[]): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  return mean;
}

/** The mean of −ln of the probability that sigmoid(score) gives to the right answer, over all images and shapes. */
export function crossEntropyOf(scores: TensorValue, scenes: readonly Scene[]): number {
  const losses = Array.from(labelsOf(scenes).data, (label, index) => {
    const against = label === 1 ? -scores.data[index]! : scores.data[index]!;
    return Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  });
  return meanOf(losses);
}

/** The share of right answers: a score above 0 says that the shape is there. */
export function accuracyOf(scores: TensorValue, scenes: readonly Scene[]): number {
  const labels = Array.from(labelsOf(scenes).data);
  return labels.filter((label, index) => (scores.data[index]! > 0 ? 1 : 0) === label).length / labels.length;
}
