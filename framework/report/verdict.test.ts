import { describe, expect, it } from 'vitest';
import type { RunResult } from '../experiment/run-result.ts';
import { classificationRun } from './fixtures/classification-run.ts';
import { compareWithBaselines } from './verdict.ts';

/** A result with that value and interval, beside one baseline. */
function result(
  metric: string,
  value: number | null,
  interval: [number, number],
  baseline: number,
): RunResult {
  return {
    ...classificationRun().result,
    directions: { accuracy: 'higher', rmse: 'lower' },
    parts: { test: { rows: 33, loss: 0.1, metrics: { [metric]: value }, intervals: { [metric]: interval } } },
    baselines: [
      {
        type: 'majority',
        title: 'most frequent class',
        remark: null,
        metrics: { [metric]: baseline },
        intervals: {},
      },
    ],
  };
}

describe('the verdict', () => {
  it('says what the difference to the best baseline is worth', () => {
    const facts = 'The accuracy is 0.900; the best baseline, most frequent class, has';
    expect(compareWithBaselines(result('accuracy', 0.9, [0.8, 0.95], 0.5))).toBe(
      `${facts} 0.500. The model is better by more than the chance of which rows were drawn.`,
    );
    expect(compareWithBaselines(result('accuracy', 0.9, [0.8, 0.95], 0.85))).toBe(
      `${facts} 0.850. The model is better on these rows, but the difference is within the chance of which rows were drawn.`,
    );
    expect(compareWithBaselines(result('accuracy', 0.9, [0.8, 0.95], 0.9))).toBe(
      `${facts} 0.900. The model is no better than this simple predictor.`,
    );
    expect(compareWithBaselines(result('accuracy', 0.9, [0.8, 0.95], 0.94))).toBe(
      `${facts} 0.940. On these rows the simple predictor does as well: the difference is within the chance of which rows were drawn.`,
    );
    expect(compareWithBaselines(result('accuracy', 0.9, [0.8, 0.95], 0.99))).toBe(
      `${facts} 0.990. The simple predictor is better: this model is not worth its cost as it is.`,
    );
  });

  it('knows that less is better for an error', () => {
    expect(compareWithBaselines(result('rmse', 200, [180, 230], 300))).toBe(
      'The rmse is 200.0; the best baseline, most frequent class, has 300.0. The model is better by more than the chance of which rows were drawn.',
    );
  });

  it('compares nothing whose direction it does not know, and no number that is undefined', () => {
    expect(compareWithBaselines(result('mine', 1, [0, 2], 3))).toBeUndefined();
    expect(compareWithBaselines(result('accuracy', null, [0, 0], 0.5))).toBe(
      'The accuracy of the model is not a number, so it cannot be compared.',
    );
  });
});
