/**
 * Rejected by: any layer
 * Plausible slip: stride, padding and dilation are not used.
 */
import { conv1dLayer as honest } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
): number[][] {
  return honest(x, kernel, bias);
}
