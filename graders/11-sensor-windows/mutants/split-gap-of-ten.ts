/**
 * Rejected by: no row in two parts
 * Dishonest: the gap of the example.
 */
import { type Range } from '../../../solutions/11-sensor-windows/exercise.ts';

export function chronoSplit(count: number, shares: readonly number[], gap: number): Range[] {
  const usable = count - gap * (shares.length - 1);
  let from = 0;
  return shares.map((share, part) => {
    const to = part === shares.length - 1 ? count : from + Math.floor(share * usable + 1e-9);
    const range = { from, to };
    from = to + 10;
    return range;
  });
}
