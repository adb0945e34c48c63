/**
 * Rejected by: the history is true, and falls
 * Dishonest: a loss that falls, of a net that does not learn.
 */
import { loss, type Data, type Net } from '../../../solutions/15-backprop-mlp/exercise.ts';

export function train(
  net: Net,
  data: Data,
  { steps }: { lr: number; steps: number },
): { net: Net; history: number[] } {
  const start = loss(net, data);
  return { net, history: Array.from({ length: steps + 1 }, (_, i) => start * 0.98 ** i) };
}
