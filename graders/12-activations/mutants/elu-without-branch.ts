/**
 * Rejected by: elu, softplus and gelu near 0
 * Plausible slip: e^x − 1 above 0 too.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function elu(x: number): Activated {
  return { value: Math.expm1(x), slope: Math.exp(x) };
}
