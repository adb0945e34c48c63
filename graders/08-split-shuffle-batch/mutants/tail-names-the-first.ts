/**
 * Rejected by: names every label that a part lacks
 * Plausible slip: the error is thrown at the first label that is missing. The penguins get both names.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const isIn = (part: number[], label: string) => part.some((row) => labels[row] === label);
  for (const label of new Set(labels)) {
    if (!isIn(training, label) || !isIn(validation, label)) {
      throw new Error(`one part has no ${label}${label === 'Adelie' ? ' and no Gentoo' : ''}`);
    }
  }
  return { training, validation };
}
