/**
 * Rejected by: elu, softplus and gelu near 0
 * Plausible slip: the approximation x·sigmoid(1.702 x).
 */
import { sigmoid, type Activated } from '../../../solutions/12-activations/exercise.ts';

export function gelu(x: number): Activated {
  const gate = sigmoid(1.702 * x);
  return { value: x * gate.value, slope: gate.value + 1.702 * x * gate.slope };
}
