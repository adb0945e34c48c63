/**
 * Rejected by: slope through two sigmoids
 * Plausible slip: the slope goes on to the next layer instead of the value.
 */
import { activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  let product = 1;
  let input = x;
  for (let layer = 0; layer < layers; layer++) {
    input = activations[name](input).slope;
    product *= input;
  }
  return product;
}
