import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import { PART_NAMES, type PartName } from '../data/split.ts';
import type { Stream } from '../random/stream.ts';

/**
 * A run that is not meant for its result, but shows whether an experiment works as it should.
 * - `fast`: one epoch over two batches of every part; shows that everything fits together.
 * - `overfit`: trains and evaluates on the same few training rows; a model and an optimizer that can learn
 *   anything bring the loss near zero there.
 * - `shuffleLabels`: a whole run on labels in random order, so that there is nothing to learn; where it stays better
 *   than chance, the answer reaches the model or the measurement in some other way.
 */
export type Trial =
  | { readonly kind: 'fast' }
  | { readonly kind: 'overfit'; readonly rows: number }
  | { readonly kind: 'shuffleLabels' };

/** How the folder of a trial is marked, after the name of the experiment. */
export function trialSuffix(trial: Trial | null): string {
  switch (trial?.kind) {
    case 'fast':
      return '-fast';
    case 'overfit':
      return `-overfit${trial.rows}`;
    case 'shuffleLabels':
      return '-shuffled-labels';
    case undefined:
      return '';
  }
}

/**
 * The data of a trial. Rows are taken from the start of a part, which a random split has mixed. Labels are shuffled
 * within the training part, and within the validation part where there is a test part to judge by: it chooses the
 * epoch, so its true labels would teach something.
 * @param options.stream draws the order of shuffled labels
 */
export function dataForTrial(
  data: PreparedData,
  trial: Trial | null,
  { batchSize, stream }: { readonly batchSize: number; readonly stream: Stream },
): PreparedData {
  if (trial === null) return data;
  const change = (name: PartName): PreparedPart => {
    switch (trial.kind) {
      case 'fast':
        return firstRows(data.parts[name], 2 * batchSize);
      case 'overfit':
        return { ...firstRows(data.parts.train, trial.rows), name };
      case 'shuffleLabels':
        return name === 'train' || (name === 'validation' && data.parts.test.rows > 0)
          ? shuffleLabels(data.parts[name], stream.derive(name))
          : data.parts[name];
    }
  };
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, change(name)]));
  return { ...data, parts: parts as PreparedData['parts'] };
}

/** The targets of a row stay together; weights stay with the features. */
function shuffleLabels(part: PreparedPart, stream: Stream): PreparedPart {
  const { rows, targets } = part;
  const width = rows === 0 ? 0 : targets.length / rows;
  const order = stream.permutation(rows);
  const shuffled = targets.slice();
  order.forEach((from, to) => {
    shuffled.set(targets.subarray(from * width, (from + 1) * width), to * width);
  });
  return { ...part, targets: shuffled };
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
    ...(part.lastTargets && { lastTargets: part.lastTargets.subarray(0, part.targets.length * share) }),
    ...(part.weights && { weights: part.weights.subarray(0, rows) }),
  };
}
