/**
 * Rejected by: slope through two sigmoids
 * Plausible slip: the slope at the first input, to the power of the layers.
 */
import { activations } from '../../../solutions/12-activations/exercise.ts';

export function slopeThrough(name: keyof typeof activations, x: number, layers: number): number {
  return activations[name](x).slope ** layers;
}
