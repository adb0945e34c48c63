/**
 * Rejected by: parameters of a dense layer
 * One bias for the whole layer.
 */
export function denseParams(inputs: number, units: number): number {
  return inputs * units + 1;
}
