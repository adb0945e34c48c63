/**
 * Rejected by: a slope by hand
 * Wrong padding: zeros around the image keep its size, and make edges at its border.
 */
import { sobel as honest, type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const side = [0, ...gray[0]!.map(() => 0), 0];
  return honest([side, ...gray.map((line) => [0, ...line, 0]), side]);
}
