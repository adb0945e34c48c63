/**
 * Rejected by: as good is not worse
 * Dishonest: the smallest p that there can be.
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
  return { real, nulls, p: 1 / (1 + k) };
}
