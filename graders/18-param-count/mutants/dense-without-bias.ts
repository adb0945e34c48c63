/**
 * Rejected by: parameters of a dense layer
 * The biases are forgotten.
 */
export function denseParams(inputs: number, units: number): number {
  return inputs * units;
}
