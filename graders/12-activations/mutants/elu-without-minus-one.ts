/**
 * Rejected by: elu, softplus and gelu near 0
 * Plausible slip: e^x below 0, so that it jumps at 0.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function elu(x: number): Activated {
  return x > 0 ? { value: x, slope: 1 } : { value: Math.exp(x), slope: Math.exp(x) };
}
