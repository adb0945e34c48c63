/**
 * Rejected by: two units often get stuck
 * The same start for every seed.
 */
import {
  type Start,
  XOR,
  XOR_TRAINING,
  buildNetwork,
  train,
  accuracy,
} from '../../../solutions/17-hidden-layers/exercise.ts';

export async function xorStarts(
  width: number,
  activation: 'relu' | 'tanh',
  seeds: readonly number[],
): Promise<Start[]> {
  const starts: Start[] = [];
  const model = buildNetwork(2, [width], activation, seeds[0]!);
  await train(model, XOR, { ...XOR_TRAINING, seed: seeds[0]! });
  for (const seed of seeds) {
    starts.push({ seed, solved: accuracy(model, XOR) === 1, model });
  }
  return starts;
}
