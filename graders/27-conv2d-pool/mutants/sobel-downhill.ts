/**
 * Rejected by: a slope by hand
 * Plausible slip: turned around, the filters point to where it gets darker.
 */
import { sobel as honest, type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const { x, y, strength } = honest(gray);
  const negative = (rows: number[][]) => rows.map((row) => row.map((value) => -value));
  return { x: negative(x), y: negative(y), strength };
}
