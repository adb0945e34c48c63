/**
 * Rejected by: straight pieces at 0
 * Plausible slip: the kink belongs to the right piece.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function relu(x: number): Activated {
  return { value: Math.max(0, x), slope: x >= 0 ? 1 : 0 };
}
