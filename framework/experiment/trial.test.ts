import { describe, expect, it } from 'vitest';
import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import { createStream } from '../random/stream.ts';
import { dataForTrial } from './trial.ts';

const WIDTH = 2;
const part = (name: PreparedPart['name'], rows: number): PreparedPart => ({
  name,
  rows,
  sourceRows: Int32Array.from({ length: rows }, (_, row) => row),
  features: Float32Array.from({ length: rows }, (_, row) => row),
  targets: Float32Array.from({ length: rows * WIDTH }, (_, index) => index),
  weights: Float32Array.from({ length: rows }, (_, row) => row + 1),
});
const data: PreparedData = {
  parts: { train: part('train', 50), validation: part('validation', 10), test: part('test', 10) },
  inputShape: [1],
  featureNames: ['x'],
  target: { kind: 'numbers', names: ['y', 'z'] },
  invertTarget: (values) => values,
  droppedRows: 0,
  quality: [],
  files: [],
  transformState: null,
};
const options = { batchSize: 4, stream: createStream(1).derive('trial') };

describe('shuffled labels', () => {
  const shuffled = dataForTrial(data, { kind: 'shuffleLabels' }, options);

  it('are those of the part in another order, both numbers of a row together', () => {
    const rows = (targets: ArrayLike<number>) =>
      Array.from(
        { length: targets.length / WIDTH },
        (_, row) => `${targets[2 * row]}/${targets[2 * row + 1]}`,
      );
    for (const name of ['train', 'validation'] as const) {
      const [before, after] = [data.parts[name], shuffled.parts[name]];
      expect(rows(after.targets)).not.toEqual(rows(before.targets));
      expect(rows(after.targets).toSorted()).toEqual(rows(before.targets).toSorted());
      expect({ ...after, targets: before.targets }).toEqual(before);
    }
  });

  it('leave the part that judges and the data themselves alone, and repeat for the same stream', () => {
    expect(shuffled.parts.test).toBe(data.parts.test);
    expect(data.parts.train).toEqual(part('train', 50));
    expect(dataForTrial(data, { kind: 'shuffleLabels' }, options)).toEqual(shuffled);
    const withoutTest = { ...data, parts: { ...data.parts, test: part('test', 0) } };
    const { validation } = dataForTrial(withoutTest, { kind: 'shuffleLabels' }, options).parts;
    expect(validation).toBe(data.parts.validation);
  });
});

it('a trial of few rows cuts weights, too', () => {
  const fast = dataForTrial(data, { kind: 'fast' }, options).parts;
  expect([fast.train.rows, fast.train.targets.length, fast.train.weights?.length]).toEqual([8, 16, 8]);
  const overfit = dataForTrial(data, { kind: 'overfit', rows: 3 }, options).parts;
  expect([...overfit.test.weights!]).toEqual([1, 2, 3]);
});
