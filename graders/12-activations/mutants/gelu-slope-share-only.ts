/**
 * Rejected by: bent slopes at 1 and -1
 * Plausible slip: the product rule forgotten, which is right at 0.
 */
import { normalShare, type Activated } from '../../../solutions/12-activations/exercise.ts';

export function gelu(x: number): Activated {
  const share = normalShare(x);
  return { value: x * share, slope: share };
}
