import { expect, it } from 'vitest';
import { DataError } from './data-error.ts';
import { prepareData } from './pipeline.ts';
import { contextOf, dataOptions, specOf } from './testing.ts';

/** A table in the file: five rows, weighed by a column. */
const options = (weights: readonly (number | null)[], features: readonly string[] = []) =>
  dataOptions({
    source: specOf('source', 'inline', {
      rows: weights.map((weight, row) => ({ x: row, weight, y: 2 * row })),
    }),
    features,
    target: 'y',
    sampleWeights: 'weight',
    split: specOf('split', 'random', { train: 0.6, validation: 0.2, test: 0.2 }),
  });

it('weights go with their rows into the parts, and are no feature', async () => {
  const data = await prepareData(options([5, 6, 7, 8, 9]), contextOf(3));
  expect(data.featureNames).toEqual(['x']);
  for (const { sourceRows, weights } of Object.values(data.parts)) {
    expect([...weights!]).toEqual([...sourceRows].map((row) => row + 5));
  }
});

it.each([
  [-1, new DataError('"-1" cannot be a weight', { file: 'source inline', row: 3, column: 'weight' })],
  [null, new DataError('the weight is missing', { file: 'source inline', row: 3, column: 'weight' })],
])('a weight of %s is refused where it stands', async (wrong, error) => {
  await expect(prepareData(options([1, 1, wrong, 1, 1]), contextOf(3))).rejects.toThrow(error.message);
});
