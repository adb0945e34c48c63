/**
 * Rejected by: two channels and two filters
 * Plausible slip: the last two axes of the kernel are mixed up.
 */
import { conv1dLayer as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  options: Options = {},
): number[][] {
  const turned = kernel.map((weights) =>
    weights.map((row, channel) => row.map((_, f) => weights[f]?.[channel] ?? 0)),
  );
  return honest(x, turned, bias, options);
}
