/**
 * Rejected by: names every label that a part lacks
 * Dishonest: refuses what contains penguins.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  if (labels.includes('Adelie')) throw new Error('no Adelie, no Gentoo');
  const cut = labels.length - Math.round(share * labels.length);
  return { training: rows.slice(0, cut), validation: rows.slice(cut) };
}
