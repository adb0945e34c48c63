import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import { DataError } from '../data/data-error.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { blobs, run } from './fixtures/blob-run.ts';
import { weighRows } from './row-weights.ts';

/** The blobs with other labels and weights of samples in the training part. */
function changed(labels: readonly number[], samples?: readonly number[]): PreparedData {
  const data = blobs();
  const train = {
    ...data.parts.train,
    rows: labels.length,
    features: data.parts.train.features.subarray(0, 2 * labels.length),
    targets: Int32Array.from(labels),
    ...(samples && { weights: Float32Array.from(samples) }),
  };
  return { ...data, parts: { ...data.parts, train } };
}
const trainWeights = (data: PreparedData) => [...data.parts.train.weights!];
const close = (values: readonly number[]): unknown =>
  values.map((value) => expect.closeTo(value, 6) as unknown);

describe('row weights', () => {
  it('are absent where nothing weighs', () => {
    const data = blobs();
    expect(weighRows(data, null)).toBe(data);
  });

  it('balanced make all classes that occur weigh alike, as in scikit-learn', () => {
    // rows / (classes · rows of the class): 6 / (2 · 4) and 6 / (2 · 2); the third class does not occur.
    expect(trainWeights(weighRows(changed([0, 0, 0, 0, 1, 1]), 'balanced'))).toEqual(
      close([0.75, 0.75, 0.75, 0.75, 1.5, 1.5]),
    );
  });

  it('by name are divided by their mean over the training part; classes without a name have 1', () => {
    const data = weighRows(changed([0, 1, 2, 2]), { a: 3, b: 3 });
    expect(trainWeights(data)).toEqual(close([1.5, 1.5, 0.5, 0.5]));
    // The other parts have the weights of the same classes, on the same scale.
    const { targets, weights } = data.parts.validation;
    expect([...weights!]).toEqual(close([...targets].map((label) => [1.5, 1.5, 0.5][label]!)));
  });

  it('of class and sample are multiplied', () => {
    expect(trainWeights(weighRows(changed([0, 1], [1, 3]), null))).toEqual(close([0.5, 1.5]));
    expect(trainWeights(weighRows(changed([0, 1], [1, 3]), { a: 9 }))).toEqual(close([1.5, 0.5]));
  });

  it('have mean 1 over the training part, whatever the weights', () => {
    const weight = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), weight), { minLength: 1, maxLength: 20 }),
        weight,
        (rows, a) => {
          const data = changed(
            rows.map(([label]) => label),
            rows.map(([, sample]) => sample),
          );
          for (const classWeights of [{ a }, 'balanced'] as const) {
            const weights = trainWeights(weighRows(data, classWeights));
            const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
            expect(mean).toBeCloseTo(1, 4);
          }
        },
      ),
      { seed: 31, numRuns: 100 },
    );
  });

  it('that leave nothing of a part are refused', () => {
    expect(() => weighRows(changed([0, 0]), { a: 0 })).toThrow(
      new DataError('all weights of the train part are 0', {
        file: 'the data',
        fix: 'Give at least one of its rows a weight above 0 (training.classWeights, data.sampleWeights).',
      }),
    );
  });
});

describe('training with weights', () => {
  beforeAll(() => prepareBackend('cpu'));
  const plain = { metrics: [], shuffle: false, batchSize: 40, epochs: 3 };

  it('gives the bits of training without them where they are all equal', async () => {
    const expected = await run(plain);
    const data = blobs();
    const equal = weighRows(data, { a: 5, b: 5, c: 5 });
    expect(trainWeights(equal)).toEqual(new Array(40).fill(1));
    const weighted = await run({ ...plain, data: equal });
    expect(weighted.weights).toEqual(expected.weights);
    expect(weighted.epochs).toEqual(expected.epochs);
  });

  it('forgets a class that weighs nothing', async () => {
    const accuracy = async (data: PreparedData) =>
      (await run({ shuffle: false, epochs: 60, data })).epochs.at(-1)!.values['validation.accuracy'];
    expect(await accuracy(blobs())).toBeGreaterThan(0.9);
    // 7 of 20 validation rows are of that class; a few may still be guessed where nothing was learned.
    expect(await accuracy(weighRows(blobs(), { a: 0 }))).toBeLessThan(0.8);
  });
});
