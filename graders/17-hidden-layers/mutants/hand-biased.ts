/**
 * Rejected by: quadrants of any point
 * Plausible slip: a bias, which moves the boundary off the axes.
 */
import { type Neuron } from '../../../solutions/17-hidden-layers/exercise.ts';

export function byHand(): Neuron {
  return { w: [0, 0, -1], b: -0.1 };
}
