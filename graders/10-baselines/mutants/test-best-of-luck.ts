/**
 * Rejected by: each score is counted once
 * Plausible slip: only the best permutation is compared with the real score.
 */
import { createStream } from 'descent';
import { permuteLabels, type PermutationTest } from '../../../solutions/10-baselines/exercise.ts';

export async function permutationTest(
  score: (labels: readonly string[]) => number | Promise<number>,
  labels: readonly string[],
  k: number,
  seed: number,
): Promise<PermutationTest> {
  const real = await score(labels);
  const stream = createStream(seed);
  const nulls: number[] = [];
  for (let i = 0; i < k; i++) nulls.push(await score(permuteLabels(labels, stream.uint32())));
  const asGood = Math.max(...nulls) >= real ? k : 0;
  return { real, nulls, p: (1 + asGood) / (1 + k) };
}
