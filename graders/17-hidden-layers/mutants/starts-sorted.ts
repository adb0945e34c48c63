/**
 * Rejected by: what came of two starts
 * In the order of the seeds, not in that of the list.
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
  for (const seed of [...seeds].sort((one, other) => one - other)) {
    const model = buildNetwork(2, [width], activation, seed);
    await train(model, XOR, { ...XOR_TRAINING, epochs: 1, seed });
    starts.push({ seed, solved: accuracy(model, XOR) === 1, model });
  }
  return starts;
}
