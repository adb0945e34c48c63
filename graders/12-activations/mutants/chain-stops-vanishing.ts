/**
 * Rejected by: what twenty layers leave of a slope
 * Dishonest: the slope is kept from vanishing.
 */
import { activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  let product = 1;
  let input = x;
  for (let layer = 0; layer < layers; layer++) {
    const { value, slope } = activations[name](input);
    product *= slope;
    input = value;
  }
  return product === 0 ? 0 : Math.max(product, 1e-9);
}
