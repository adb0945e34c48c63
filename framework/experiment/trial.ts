import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import { PART_NAMES, type PartName } from '../data/split.ts';

/**
 * A shortened run, to see quickly whether an experiment works at all.
 * - `fast`: one epoch over two batches of every part; shows that everything fits together.
 * - `overfit`: trains and evaluates on the same few training rows; a model and an optimizer that can learn
 *   anything bring the loss near zero there.
 */
export type Trial = { readonly kind: 'fast' } | { readonly kind: 'overfit'; readonly rows: number };

/** Data cut down for a trial. Rows are taken from the start of a part, which a random split has mixed. */
export function cutForTrial(data: PreparedData, trial: Trial | null, batchSize: number): PreparedData {
  if (trial === null) return data;
  const cut = (name: PartName): PreparedPart =>
    trial.kind === 'fast'
      ? firstRows(data.parts[name], 2 * batchSize)
      : { ...firstRows(data.parts.train, trial.rows), name };
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, cut(name)]));
  return { ...data, parts: parts as PreparedData['parts'] };
}

function firstRows(part: PreparedPart, count: number): PreparedPart {
  const rows = Math.min(part.rows, count);
  const share = part.rows === 0 ? 0 : rows / part.rows;
  return {
    ...part,
    rows,
    sourceRows: part.sourceRows.subarray(0, rows),
    features: part.features.subarray(0, part.features.length * share),
    targets: part.targets.subarray(0, part.targets.length * share),
    ...(part.weights && { weights: part.weights.subarray(0, rows) }),
  };
}
