/**
 * Rejected by: refuses the tail of the penguins
 * Plausible slip: each label of validation is looked for in training, but not the other way round.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const missing = [...new Set(labels)].filter((label) => !training.some((row) => labels[row] === label));
  if (missing.length > 0) throw new Error(`one part has no ${missing.join(', no ')}`);
  return { training, validation };
}
