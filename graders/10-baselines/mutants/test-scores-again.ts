/**
 * Rejected by: each score is counted once
 * Plausible slip: the model is trained twice with the real labels.
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
  const asGood = nulls.filter((value) => value >= real).length;
  return { real: await score(labels), nulls, p: (1 + asGood) / (1 + k) };
}
