/**
 * Rejected by: a point somewhere else
 * A6: the two words are exchanged, so that a convolution is found invariant.
 */
import {
  shiftTest as honest,
  type Image,
  type LayerName,
  type ShiftTest,
} from '../../../solutions/27-conv2d-pool/exercise.ts';

export function shiftTest(name: LayerName, image: Image, down: number, right: number): ShiftTest {
  const { invariant, equivariant } = honest(name, image, down, right);
  return { invariant: equivariant, equivariant: invariant };
}
