/**
 * Rejected by: a jump in noise
 * Plausible slip: it looks for the largest difference of neighbors, in which noise is as large as in the samples.
 */
import { strongestEdge as honest, type Edge } from '../../../solutions/26-conv1d/exercise.ts';

export function strongestEdge(x: readonly number[]): Edge {
  return honest(x, 1);
}
