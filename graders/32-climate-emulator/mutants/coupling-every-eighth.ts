/**
 * Rejected by: the sum at each site
 * Plausible slip: the remainder says which site it is.
 */
import { COUPLING, FAST, SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function coupling(Y: readonly number[]): number[] {
  const U = new Array<number>(SITES).fill(0);
  Y.forEach((value, j) => (U[j % FAST]! += COUPLING * value));
  return U;
}
