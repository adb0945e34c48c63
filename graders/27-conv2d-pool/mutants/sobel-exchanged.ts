/**
 * Rejected by: a slope by hand
 * Plausible slip: x and y are exchanged.
 */
import { sobel as honest, type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const { x, y, strength } = honest(gray);
  return { x: y, y: x, strength };
}
