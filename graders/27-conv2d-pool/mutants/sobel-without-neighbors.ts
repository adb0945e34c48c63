/**
 * Rejected by: gradients of any image
 * Plausible slip: four times the difference of two pixels; the lines beside them do not count.
 */
import { type Gradients } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function sobel(gray: readonly (readonly number[])[]): Gradients {
  const inner = gray
    .slice(1, -1)
    .map((line, row) => line.slice(1, -1).map((_, i) => [row + 1, i + 1] as const));
  const x = inner.map((line) => line.map(([row, i]) => 4 * (gray[row]![i + 1]! - gray[row]![i - 1]!)));
  const y = inner.map((line) => line.map(([row, i]) => 4 * (gray[row + 1]![i]! - gray[row - 1]![i]!)));
  const strength = x.map((line, row) => line.map((value, i) => Math.hypot(value, y[row]![i]!)));
  return { x, y, strength };
}
