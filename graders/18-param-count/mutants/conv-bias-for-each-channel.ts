/**
 * Rejected by: parameters of a convolution
 * A bias for each channel of each filter.
 */
export function conv2dParams(kernel: readonly [number, number], channels: number, filters: number): number {
  return (kernel[0] * kernel[1] + 1) * channels * filters;
}
