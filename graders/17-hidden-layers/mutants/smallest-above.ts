/**
 * Rejected by: the smallest of known networks
 * Plausible slip: more than, instead of at least.
 */
import { type Row } from '../../../solutions/17-hidden-layers/exercise.ts';

export function smallest<Measured extends Pick<Row, 'parameters' | 'accuracy'>>(
  rows: readonly Measured[],
  least: number,
): Measured | undefined {
  const good = rows.filter(({ accuracy }) => accuracy > least);
  const fewest = Math.min(...good.map(({ parameters }) => parameters));
  return good.find(({ parameters }) => parameters === fewest);
}
