/**
 * Rejected by: refuses the tail of the penguins
 * Plausible slip: the error is made, but not thrown.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division | Error {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const isIn = (part: number[], label: string) => part.some((row) => labels[row] === label);
  const missing = [...new Set(labels)].filter((label) => !isIn(validation, label));
  return missing.length > 0 ? new Error(`no ${missing.join(', ')}`) : { training, validation };
}
