/**
 * Rejected by: refuses the tail of the penguins
 * Plausible slip: the message does not say what is missing.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const isIn = (part: number[], label: string) => part.some((row) => labels[row] === label);
  const missing = [...new Set(labels)].filter((label) => !isIn(training, label) || !isIn(validation, label));
  if (missing.length > 0) throw new Error(`${missing.length} labels are missing in one part`);
  return { training, validation };
}
