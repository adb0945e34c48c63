/**
 * Rejected by: two units often get stuck
 * Dishonest: eight units of tanh, whatever is asked for, so that more starts are solved.
 * Half of the epochs are enough for that.
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
  _width: number,
  _activation: 'relu' | 'tanh',
  seeds: readonly number[],
): Promise<Start[]> {
  const starts: Start[] = [];
  for (const seed of seeds) {
    const model = buildNetwork(2, [8], 'tanh', seed);
    await train(model, XOR, { ...XOR_TRAINING, epochs: 30, seed });
    starts.push({ seed, solved: accuracy(model, XOR) === 1, model });
  }
  return starts;
}
