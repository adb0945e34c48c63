/**
 * Rejected by: sigmoid and tanh at 0 and 2
 * Plausible slip: x·(1 − x), with the input where the value belongs.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function sigmoid(x: number): Activated {
  return { value: 1 / (1 + Math.exp(-x)), slope: x * (1 - x) };
}
