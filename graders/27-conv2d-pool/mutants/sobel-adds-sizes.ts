/**
 * Rejected by: a bright corner
 * Plausible slip: the sum of both sizes instead of the length of the arrow.
 */
import { sobel as honest, type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const { x, y } = honest(gray);
  const strength = x.map((line, row) => line.map((value, i) => Math.abs(value) + Math.abs(y[row]![i]!)));
  return { x, y, strength };
}
