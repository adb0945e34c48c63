/**
 * Rejected by: what twenty layers leave of a slope
 * Plausible slip: the name is not used.
 */
import { sigmoid, type activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(_name: keyof typeof activations, x: number, layers: number): number {
  let product = 1;
  let input = x;
  for (let layer = 0; layer < layers; layer++) {
    const { value, slope } = sigmoid(input);
    product *= slope;
    input = value;
  }
  return product;
}
