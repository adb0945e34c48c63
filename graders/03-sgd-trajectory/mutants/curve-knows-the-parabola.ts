/**
 * Rejected by: one neuron cannot bend twice
 * Dishonest: the answer is known, so nothing is trained.
 */
import { type Data } from '../../../solutions/03-sgd-trajectory/exercise.ts';

export async function fitCurve(_data: Data, _options: object, at: readonly number[]): Promise<number[]> {
  return Promise.resolve(at.map((x) => x ** 2));
}
