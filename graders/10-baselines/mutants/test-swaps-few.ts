/**
 * Rejected by: penguins are no luck
 * Plausible slip: a few pairs of labels change places, and most birds keep their own.
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
  for (let i = 0; i < k; i++) {
    const tried = [...labels];
    for (let pair = 0; pair < 8; pair++) {
      const [one, other] = [stream.integer(labels.length), stream.integer(labels.length)];
      [tried[one], tried[other]] = [tried[other]!, tried[one]!];
    }
    nulls.push(await score(tried));
  }
  const asGood = nulls.filter((value) => value >= real).length;
  return { real, nulls, p: (1 + asGood) / (1 + k) };
}
