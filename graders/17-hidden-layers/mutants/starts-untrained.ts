/**
 * Rejected by: eight units find a way
 * A step for each start instead of all epochs.
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
  for (const seed of seeds) {
    const model = buildNetwork(2, [width], activation, seed);
    await train(model, XOR, { ...XOR_TRAINING, epochs: 1, seed });
    starts.push({ seed, solved: accuracy(model, XOR) === 1, model });
  }
  return starts;
}
