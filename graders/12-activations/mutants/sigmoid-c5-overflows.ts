/**
 * Rejected by: no NaN at 1000 and -1000
 * The slides' form (C5), e^x/(1 + e^x): Infinity divided by Infinity from x = 710 on.
 */
import { type Activated } from '../../../solutions/12-activations/exercise.ts';

export function sigmoid(x: number): Activated {
  const value = Math.exp(x) / (1 + Math.exp(x));
  return { value, slope: value * (1 - value) };
}
