/**
 * Rejected by: layers of TensorFlow.js
 * The convolution of mathematics: the window is turned around.
 */
import { conv1dLayer as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  options: Options = {},
): number[][] {
  return honest(x, kernel.toReversed(), bias, options);
}
