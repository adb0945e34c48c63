/**
 * Rejected by: four functions of straight pieces
 * Plausible slip: the value once more instead of its slope.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function identity(x: number): Activated {
  return { value: x, slope: x };
}
