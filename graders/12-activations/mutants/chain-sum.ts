/**
 * Rejected by: slope through two sigmoids
 * Plausible slip: slopes added instead of multiplied.
 */
import { activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  let sum = 0;
  let input = x;
  for (let layer = 0; layer < layers; layer++) {
    const { value, slope } = activations[name](input);
    sum += slope;
    input = value;
  }
  return sum;
}
