/**
 * Rejected by: even and odd distances
 * Plausible slip: the response is moved as many places as the image was moved pixels.
 */
import {
  largestDifference,
  layers,
  moved,
  type Image,
  type LayerName,
  type ShiftTest,
} from '../../../solutions/27-conv2d-pool/exercise.ts';

export function shiftTest(name: LayerName, image: Image, down: number, right: number): ShiftTest {
  const layer = layers[name];
  const [before, after] = [layer(image), layer(moved(image, down, right))];
  return {
    invariant: largestDifference(after, before),
    equivariant: largestDifference(after, moved(before, down, right)),
  };
}
