/**
 * Rejected by: classes 1 and -1
 * Plausible slip: the perceptron's classes 1 and 0.
 */
import { net } from '../../../solutions/06-adaline/exercise.ts';

export function classify(w: readonly number[], b: number, x: readonly number[]): number {
  return net(w, b, x) > 0 ? 1 : 0;
}
