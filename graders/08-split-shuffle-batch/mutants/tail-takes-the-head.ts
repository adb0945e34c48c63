/**
 * Rejected by: cuts the tail off where it does no harm
 * Plausible slip: validation gets the first rows.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = Math.round(share * labels.length);
  const [validation, training] = [rows.slice(0, cut), rows.slice(cut)];
  const isIn = (part: number[], label: string) => part.some((row) => labels[row] === label);
  const missing = [...new Set(labels)].filter((label) => !isIn(training, label) || !isIn(validation, label));
  if (missing.length > 0) throw new Error(`one part has no ${missing.join(', no ')}`);
  return { training, validation };
}
