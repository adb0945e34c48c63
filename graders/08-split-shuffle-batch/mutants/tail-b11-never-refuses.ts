/**
 * Rejected by: refuses the tail of the penguins
 * Slides, B11: the last rows of a sorted file, as Keras takes them with validation_split.
 */
import { type Division } from '../../../solutions/08-split-shuffle-batch/exercise.ts';

export function tailSplit(labels: readonly string[], share: number): Division {
  const rows = labels.map((_, row) => row);
  const cut = labels.length - Math.round(share * labels.length);
  const [training, validation] = [rows.slice(0, cut), rows.slice(cut)];
  return { training, validation };
}
