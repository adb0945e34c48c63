import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import type { ClassificationEvaluation, RegressionEvaluation } from './evaluation-of-task.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { f1 } from './f1.ts';
import { logLoss } from './log-loss.ts';
import { macroF1 } from './macro-f1.ts';
import { mae } from './mae.ts';
import { mape } from './mape.ts';
import { precision } from './precision.ts';
import { r2 } from './r2.ts';
import { recall } from './recall.ts';
import { rmse } from './rmse.ts';
import { rocAuc } from './roc-auc.ts';

const classes = ['a', 'b', 'c'];

/** Rows of [label, ...probabilities]. */
function classified(rows: readonly (readonly number[])[], names = classes): ClassificationEvaluation {
  return {
    task: 'classification',
    rows: rows.length,
    classes: names,
    labels: Int32Array.from(rows, ([label]) => label!),
    probabilities: Float32Array.from(rows.flatMap((row) => row.slice(1))),
  };
}

function measured(targets: readonly number[], predictions: readonly number[]): RegressionEvaluation {
  return {
    task: 'regression',
    rows: targets.length,
    outputs: ['y'],
    targets: Float32Array.from(targets),
    predictions: Float32Array.from(predictions),
  };
}

/** Three of a (one taken for b), two of b (both right), none of c (one false alarm), one of a unpredicted. */
const example = classified([
  [0, 0.7, 0.2, 0.1],
  [0, 0.5, 0.25, 0.25],
  [0, 0.1, 0.8, 0.1],
  [1, 0.2, 0.6, 0.2],
  [1, 0.1, 0.1, 0.8],
]);

const compute = (metric: typeof accuracy, evaluation: ClassificationEvaluation | RegressionEvaluation) =>
  metric.build({}, undefined).compute(evaluation);
const near = (value: number): unknown => expect.closeTo(value, 12);
const averages = (component: typeof f1) =>
  (['macro', 'weighted', 'micro', 'perClass'] as const).map((average) =>
    component.build({ average }, undefined).compute(example),
  );

describe('metrics of classes', () => {
  it('agree with counting by hand', () => {
    expect(compute(accuracy, example)).toBe(3 / 5);
    expect(compute(confusionMatrix, example)).toEqual({
      rowNames: classes,
      columnNames: classes,
      values: [
        [2, 1, 0],
        [0, 1, 1],
        [0, 0, 0],
      ],
    });
    expect(compute(balancedAccuracy, example)).toBeCloseTo((2 / 3 + 1 / 2) / 2, 12);
    const table = (column: string, values: number[]) => ({
      rowNames: classes,
      columnNames: [column],
      values: values.map((value) => [value]),
    });
    expect(averages(precision)).toEqual([0.75, near(0.8), 0.6, table('precision', [1, 0.5, 0])]);
    expect(averages(recall)).toEqual([
      near(7 / 12),
      near(0.6),
      0.6,
      table('recall', [2 / 3, 0.5, Number.NaN]),
    ]);
    expect(averages(f1)).toEqual([near(0.65), near(0.68), 0.6, table('f1', [0.8, 0.5, 0])]);
    expect(compute(macroF1, example)).toEqual(near(0.65));
  });

  it('give a class that is never predicted no precision, and 0 in the average', () => {
    const never = classified([
      [0, 1, 0, 0],
      [1, 1, 0, 0],
    ]);
    expect(precision.build({ average: 'perClass' }, undefined).compute(never)).toMatchObject({
      values: [[0.5], [Number.NaN], [Number.NaN]],
    });
    expect(precision.build({ average: 'macro' }, undefined).compute(never)).toBe(0.25);
  });

  it('count rows whose probabilities are not numbers as wrong, and their log loss as undefined', () => {
    const diverged = classified([
      [0, Number.NaN, Number.NaN, Number.NaN],
      [0, 1, 0, 0],
    ]);
    expect(compute(accuracy, diverged)).toBe(0.5);
    expect(compute(confusionMatrix, diverged)).toMatchObject({
      values: [
        [1, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    });
    expect(logLoss.build({ floor: 1e-7 }, undefined).compute(diverged)).toBeNaN();
    expect(compute(rocAuc, diverged)).toBeNaN();
  });

  it('are NaN without rows', () => {
    const empty = classified([]);
    for (const metric of [accuracy, balancedAccuracy, macroF1, rocAuc])
      expect(compute(metric, empty)).toBeNaN();
  });

  it('log loss: ln(classes) for even guesses, finite for a certain mistake', () => {
    const part = logLoss.build({ floor: 1e-7 }, undefined);
    expect(part.compute(classified([[2, 1 / 3, 1 / 3, 1 / 3]]))).toBeCloseTo(Math.log(3), 6);
    expect(part.compute(classified([[2, 1, 0, 0]]))).toBeCloseTo(-Math.log(1e-7), 12);
    expect(part.compute(classified([[0, 1, 0, 0]]))).toBeCloseTo(0, 12);
  });

  it('are properties of the set of rows, not of their order, and lie between 0 and 1', () => {
    const row = fc
      .tuple(fc.nat(2), fc.nat(9), fc.nat(9), fc.nat(9))
      .map(([label, a, b, c]) => [label, ...[a + 1, b + 1, c + 1].map((part) => part / (a + b + c + 3))]);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        for (const metric of [accuracy, balancedAccuracy, macroF1]) {
          const value = compute(metric, classified(rows)) as number;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(compute(metric, classified(rows.toReversed()))).toBeCloseTo(value, 12);
        }
        const micro = f1.build({ average: 'micro' }, undefined).compute(classified(rows));
        expect(micro).toBeCloseTo(compute(accuracy, classified(rows)) as number, 12);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});

describe('metrics of numbers', () => {
  it('agree with the formula', () => {
    const evaluation = measured([1, 2, 4], [2, 2, 2]);
    expect(compute(mae, evaluation)).toBeCloseTo(1, 12);
    expect(compute(rmse, evaluation)).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(compute(mape, evaluation)).toBeCloseTo((100 * (1 + 0 + 0.5)) / 3, 12);
    expect(compute(r2, evaluation)).toBeCloseTo(1 - 5 / (14 / 3), 12);
  });

  it('r2 is 0 for the mean, 1 for the truth, the mean of its outputs, and NaN for a constant target', () => {
    expect(compute(r2, measured([1, 2, 6], [3, 3, 3]))).toBeCloseTo(0, 12);
    expect(compute(r2, measured([1, 2, 6], [1, 2, 6]))).toBe(1);
    expect(compute(r2, measured([2, 2], [1, 3]))).toBeNaN();
    const two: RegressionEvaluation = {
      ...measured([1, 10, 3, 30], [1, 20, 3, 20]),
      rows: 2,
      outputs: ['y', 'z'],
    };
    expect(compute(r2, two)).toBeCloseTo(0.5, 12);
  });

  it('mape is undefined where a target is 0', () => {
    expect(compute(mape, measured([0, 1], [1, 1]))).toBeNaN();
  });

  it('are NaN without rows and for predictions that are not numbers', () => {
    for (const metric of [mae, rmse, mape, r2]) {
      expect(compute(metric, measured([], []))).toBeNaN();
      expect(compute(metric, measured([1, 2], [Number.NaN, 2]))).toBeNaN();
    }
  });

  it('refuse an evaluation of another task', () => {
    expect(() => compute(rmse, example)).toThrow(
      'this metric needs predicted numbers, and the model predicts classes',
    );
    expect(() => compute(accuracy, measured([1], [1]))).toThrow(
      'this metric needs class probabilities, and the model predicts numbers',
    );
  });
});
