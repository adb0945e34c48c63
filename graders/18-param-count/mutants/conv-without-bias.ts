/**
 * Rejected by: parameters of a convolution
 * The biases are forgotten.
 */
export function conv2dParams(kernel: readonly [number, number], channels: number, filters: number): number {
  return kernel[0] * kernel[1] * channels * filters;
}
