/**
 * Rejected by: convolutions and normalizations of any size
 * Every window is taken for a square.
 */
export function conv2dParams(kernel: readonly [number, number], channels: number, filters: number): number {
  return (kernel[0] ** 2 * channels + 1) * filters;
}
