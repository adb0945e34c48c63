/**
 * Rejected by: parameters of a dense layer
 * A bias for every input instead of every unit.
 */
export function denseParams(inputs: number, units: number): number {
  return inputs * (units + 1);
}
