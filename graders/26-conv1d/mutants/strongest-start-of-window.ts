/**
 * Rejected by: a jump by hand
 * Plausible slip: the place of the window, which begins width samples before the jump.
 */
import { edges, type Edge } from '../../../solutions/26-conv1d/exercise.ts';

export function strongestEdge(x: readonly number[], width: number): Edge {
  const responses = edges(x, width);
  const strengths = responses.map(Math.abs);
  const at = strengths.indexOf(Math.max(...strengths));
  return { at, height: responses[at]! };
}
