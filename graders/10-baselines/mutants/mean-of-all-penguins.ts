/**
 * Rejected by: the mean of three masses
 * Dishonest: the mean mass of the penguins, from memory.
 */
export function meanPredictor(_values: readonly number[]): number {
  return 4207.06;
}
