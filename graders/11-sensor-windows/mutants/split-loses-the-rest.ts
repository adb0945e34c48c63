/**
 * Rejected by: no row in two parts
 * Plausible slip: what rounding leaves is lost at the end.
 */
import { type Range } from '../../../solutions/11-sensor-windows/exercise.ts';

export function chronoSplit(count: number, shares: readonly number[], gap: number): Range[] {
  const usable = count - gap * (shares.length - 1);
  let from = 0;
  return shares.map((share, part) => {
    const to = from + Math.floor(share * (usable - (part < 0 ? 1 : 0.5)));
    const range = { from, to };
    from = to + gap;
    return range;
  });
}
