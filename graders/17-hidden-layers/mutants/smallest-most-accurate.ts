/**
 * Rejected by: the smallest of known networks
 * The most accurate instead of the smallest.
 */
import { type Row } from '../../../solutions/17-hidden-layers/exercise.ts';

export function smallest<Measured extends Pick<Row, 'parameters' | 'accuracy'>>(
  rows: readonly Measured[],
  least: number,
): Measured | undefined {
  const good = rows.filter(({ accuracy }) => accuracy >= least);
  const most = Math.max(...good.map(({ accuracy }) => accuracy));
  return good.find(({ accuracy }) => accuracy === most);
}
