/**
 * Rejected by: bent curves at 1000 and -1000
 * Plausible slip: ln(1 + e^x) as it stands is Infinity from x = 710 on.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function softplus(x: number): Activated {
  return { value: Math.log(1 + Math.exp(x)), slope: 1 / (1 + Math.exp(-x)) };
}
