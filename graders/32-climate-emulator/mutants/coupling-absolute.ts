/**
 * Rejected by: what any fast state does
 * Plausible slip: the size of each, without its sign; no ripple of the example is negative.
 */
import { COUPLING, FAST, SITES } from '../../../solutions/32-climate-emulator/exercise.ts';

export function coupling(Y: readonly number[]): number[] {
  const U = new Array<number>(SITES).fill(0);
  Y.forEach((value, j) => (U[Math.floor(j / FAST)]! += COUPLING * Math.abs(value)));
  return U;
}
