/**
 * Rejected by: parameters of a convolution
 * The channels of the image are forgotten.
 */
export function conv2dParams(kernel: readonly [number, number], _channels: number, filters: number): number {
  return (kernel[0] * kernel[1] + 1) * filters;
}
