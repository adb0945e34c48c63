/**
 * Rejected by: names every label that a part lacks
 * Plausible slip: a label may be missing in training, too.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  const missing = [...new Set(labels)].filter((label) => !validation.some((row) => labels[row] === label));
  if (missing.length > 0) throw new Error(`one part has no ${missing.join(', no ')}`);
  return { training, validation };
}
