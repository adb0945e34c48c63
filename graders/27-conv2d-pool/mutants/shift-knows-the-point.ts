/**
 * Rejected by: what moves and what stays
 * Dishonest: the answer of the visible check.
 */
import { type ShiftTest } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function shiftTest(): ShiftTest {
  return { invariant: 2, equivariant: 0 };
}
