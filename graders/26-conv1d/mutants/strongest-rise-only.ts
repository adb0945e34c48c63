/**
 * Rejected by: jumps up and down
 * Plausible slip: a fall, with its negative response, is never the strongest.
 */
import { edges, type Edge } from '../../../solutions/26-conv1d/exercise.ts';

export function strongestEdge(x: readonly number[], width: number): Edge {
  const responses = edges(x, width);
  const place = responses.indexOf(Math.max(...responses));
  return { at: place + width, height: responses[place]! };
}
