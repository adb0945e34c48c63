/**
 * Rejected by: slopes of the bent curves anywhere
 * Plausible slip: the sigmoid of −x, which is right at 0.
 */
import { sigmoid, type Activated } from '../../../solutions/12-activations/exercise.ts';

export function softplus(x: number): Activated {
  return { value: Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), slope: sigmoid(-x).value };
}
