/**
 * Rejected by: the smallest of known networks
 * The first that is good enough, however large.
 */
import { type Row } from '../../../solutions/17-hidden-layers/exercise.ts';

export function smallest<Measured extends Pick<Row, 'parameters' | 'accuracy'>>(
  rows: readonly Measured[],
  least: number,
): Measured | undefined {
  const good = rows.filter(({ accuracy }) => accuracy >= least);
  return good[0];
}
