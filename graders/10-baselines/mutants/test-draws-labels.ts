/**
 * Rejected by: each score is counted once
 * Plausible slip: labels drawn with replacement are other labels, not another order.
 */
import { createStream } from 'descent';
import { type PermutationTest } from '../../../solutions/10-baselines/exercise.ts';

export async function permutationTest(
  score: (labels: readonly string[]) => number | Promise<number>,
  labels: readonly string[],
  k: number,
  seed: number,
): Promise<PermutationTest> {
  const real = await score(labels);
  const stream = createStream(seed);
  const nulls: number[] = [];
  for (let i = 0; i < k; i++)
    nulls.push(await score(labels.map(() => labels[stream.integer(labels.length)]!)));
  const asGood = nulls.filter((value) => value >= real).length;
  return { real, nulls, p: (1 + asGood) / (1 + k) };
}
