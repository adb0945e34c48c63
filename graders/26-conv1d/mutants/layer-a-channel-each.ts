/**
 * Rejected by: two channels and two filters
 * Plausible slip: each filter listens to the channel of its own number only.
 */
import { outLen, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  options: Options = {},
): number[][] {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  const valueAt = (index: number, channel: number) => x[index]?.[channel] ?? 0;
  return Array.from({ length: outLen(x.length, kernel.length, options) }, (_, i) =>
    bias.map((start, filter) =>
      kernel.reduce(
        (sum, weights, j) =>
          sum + (weights[filter]?.[filter] ?? 0) * valueAt(i * stride + j * dilation - padding, filter),
        start,
      ),
    ),
  );
}
