/**
 * Rejected by: solved means all four corners
 * Dishonest: every start is called solved, none is trained.
 */
import { type Start, buildNetwork } from '../../../solutions/17-hidden-layers/exercise.ts';

export async function xorStarts(
  width: number,
  activation: 'relu' | 'tanh',
  seeds: readonly number[],
): Promise<Start[]> {
  const starts: Start[] = [];
  for (const seed of seeds) {
    const model = buildNetwork(2, [width], activation, seed);
    await Promise.resolve();
    starts.push({ seed, solved: true, model });
  }
  return starts;
}
