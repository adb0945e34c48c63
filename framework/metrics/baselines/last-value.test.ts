import { describe, expect, it } from 'vitest';
import { prepareData } from '../../data/pipeline.ts';
import { contextOf, dataOptions, specOf } from '../../data/testing.ts';
import { createStream } from '../../random/stream.ts';
import { regressionOf } from '../evaluation-of-task.ts';
import { lastValue } from './last-value.ts';

const part = lastValue.build({}, undefined);

/** Ten rows whose times are not in the order of the file; the value is ten times the time. */
const TIMES = [3, 0, 1, 2, 4, 5, 9, 8, 7, 6];
const prepared = (split: string, splitOptions: Record<string, unknown> = {}) =>
  prepareData(
    dataOptions({
      source: specOf('source', 'inline', { rows: TIMES.map((time) => ({ time, value: 10 * time })) }),
      target: 'value',
      split: specOf('split', split, { train: 0.5, validation: 0.2, test: 0.3, ...splitOptions }),
      targetTransforms: [specOf('transform', 'standardize')],
    }),
    contextOf(2),
  );

describe('lastValue', () => {
  it('predicts the row before in time, in the unit of the source, across parts', async () => {
    const data = await prepared('chronological', { by: 'time' });
    expect(part.suits!(data)).toBe(true);
    for (const name of ['validation', 'test'] as const) {
      const { evaluation } = await part.evaluate(data, name, createStream(1));
      const { targets, predictions } = regressionOf(evaluation);
      expect(targets.length).toBeGreaterThan(1);
      targets.forEach((target, row) => {
        expect(predictions[row]).toBeCloseTo(target - 10, 4);
      });
    }
  });

  it('predicts the mean of the training part for the first row of all', async () => {
    const data = await prepared('chronological', { by: 'time' });
    const { evaluation } = await part.evaluate(data, 'train', createStream(1));
    expect([...regressionOf(evaluation).predictions]).toEqual([20, 0, 10, 20, 30].map((value) => expect.closeTo(value, 4) as unknown)); // prettier-ignore
  });

  it('does not suit rows without an order in time', async () => {
    expect(part.suits!(await prepared('random'))).toBe(false);
  });
});
