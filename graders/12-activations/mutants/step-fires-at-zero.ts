/**
 * Rejected by: straight pieces at 0
 * Plausible slip: fires at the threshold itself, not only above it.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function step(x: number): Activated {
  return { value: x >= 0 ? 1 : 0, slope: 0 };
}
