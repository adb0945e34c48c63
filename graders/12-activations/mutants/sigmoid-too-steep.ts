/**
 * Rejected by: sigmoid and tanh at 0 and 2
 * Plausible slip: (1 + tanh x)/2, which is the sigmoid of 2x.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function sigmoid(x: number): Activated {
  const value = (1 + Math.tanh(x)) / 2;
  return { value, slope: value * (1 - value) };
}
