import { knownRows, problemAt, type Check } from './check.ts';

/** A batch is no larger than the training part, as far as the number of rows is known beforehand. */
export const checkBatchSize: Check = (context) => {
  const { spec, parts } = context;
  const rows = knownRows(context);
  const train = spec.data.split.train;
  if (rows === undefined || typeof train !== 'number') return [];
  // Windows and a regular grid make fewer rows or more, how many only the data can tell.
  const makesRows = (index: number) => parts.at('transform', 'data', 'transforms', index)?.scope === 'series';
  if (spec.data.transforms.some((_, index) => makesRows(index))) return [];
  // A share of the rows, or their number.
  const trainingRows = train <= 1 ? Math.round(rows * train) : train;
  if (spec.training.batchSize <= trainingRows) return [];
  return [
    problemAt(context, ['training', 'batchSize'], {
      message: `a batch of ${spec.training.batchSize} rows is larger than the training part`,
      expected: `at most ${trainingRows}, the rows of the training part`,
      fix: `Choose a power of two well below ${trainingRows}, such as ${powerOfTwoBelow(trainingRows / 4)}.`,
    }),
  ];
};

function powerOfTwoBelow(rows: number): number {
  return 2 ** Math.max(0, Math.min(5, Math.floor(Math.log2(Math.max(1, rows)))));
}
