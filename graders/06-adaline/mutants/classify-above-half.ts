/**
 * Rejected by: any number of features
 * Plausible slip: the threshold that belongs to targets 0 and 1.
 */
import { net } from '../../../solutions/06-adaline/exercise.ts';

export function classify(w: readonly number[], b: number, x: readonly number[]): number {
  return net(w, b, x) > 0.5 ? 1 : -1;
}
