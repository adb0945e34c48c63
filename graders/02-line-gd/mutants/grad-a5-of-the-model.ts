/**
 * Rejected by: gradient at the origin
 * The slides' error A5: the derivative of the model, dy/dx = m, instead of the gradient of the loss.
 */
import { type Gradient } from '../../../solutions/02-line-gd/exercise.ts';

export function grad(m: number): Gradient {
  return { dm: m, dc: 1 };
}
