/**
 * Rejected by: three parts with gaps
 * Plausible slip: shares of all rows, the gaps included.
 */
import { type Range } from '../../../solutions/11-sensor-windows/exercise.ts';

export function chronoSplit(count: number, shares: readonly number[], gap: number): Range[] {
  const usable = count - gap * (shares.length - 1);
  let from = 0;
  return shares.map((share, part) => {
    const to =
      part === shares.length - 1
        ? count
        : from + Math.floor(share * (usable + 0 * gap + gap * (shares.length - 1)) + 1e-9);
    const range = { from, to };
    from = to + gap;
    return range;
  });
}
