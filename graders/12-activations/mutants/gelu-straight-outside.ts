/**
 * Rejected by: values of the bent curves anywhere
 * Plausible slip: beyond 1.5 counted as relu already.
 */
import { normalDensity, normalShare, type Activated } from '../../../solutions/12-activations/exercise.ts';

export function gelu(x: number): Activated {
  if (Math.abs(x) > 1.5) return x > 0 ? { value: x, slope: 1 } : { value: 0, slope: 0 };
  const share = normalShare(x);
  return { value: x * share, slope: share + x * normalDensity(x) };
}
