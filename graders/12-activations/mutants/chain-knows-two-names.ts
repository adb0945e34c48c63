/**
 * Rejected by: slope through any chain
 * Dishonest: only the activations of the visible checks.
 */
import { sigmoid, type activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  if (name !== 'sigmoid') return x > 0 ? 1 : 0;
  let product = 1;
  let input = x;
  for (let layer = 0; layer < layers; layer++) {
    const { value, slope } = sigmoid(input);
    product *= slope;
    input = value;
  }
  return product;
}
