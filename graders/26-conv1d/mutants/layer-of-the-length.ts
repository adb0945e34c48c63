/**
 * Rejected by: the same weights for any length
 * The responses are divided by how many there are: longer signals, smaller ones.
 */
import { conv1dLayer as honest, type Options } from '../../../solutions/26-conv1d/exercise.ts';

export function conv1dLayer(
  x: readonly (readonly number[])[],
  kernel: readonly (readonly (readonly number[])[])[],
  bias: readonly number[],
  options: Options = {},
): number[][] {
  const rows = honest(x, kernel, bias, options);
  return rows.map((row) => row.map((response) => response / rows.length));
}
