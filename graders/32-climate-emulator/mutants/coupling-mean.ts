/**
 * Rejected by: the sum at each site
 * Plausible slip: the mean of the eight, not their sum.
 */
import { COUPLING, FAST, SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function coupling(Y: readonly number[]): number[] {
  const U = new Array<number>(SITES).fill(0);
  Y.forEach((value, j) => (U[Math.floor(j / FAST)]! += (COUPLING * value) / FAST));
  return U;
}
