import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../metrics/metric.ts';
import { formatPredictions, parsePredictions } from './predictions-file.ts';

describe('predictions.csv', () => {
  it('has a column per class, and rows counted from 1', () => {
    const evaluation: Evaluation = {
      task: 'classification',
      rows: 2,
      classes: ['a, b', 'c'],
      labels: Int32Array.of(0, 1),
      probabilities: Float32Array.of(0.25, 0.75, Number.NaN, Number.NaN),
    };
    expect(formatPredictions(evaluation, Int32Array.of(0, 41))).toBe(
      'row,truth,prediction,"p:a, b",p:c\n1,"a, b",c,0.25,0.75\n42,c,,NaN,NaN\n',
    );
  });

  it('gives every float32 and every class name back', () => {
    const name = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 2, maxLength: 4 }),
        fc.array(fc.float({ noNaN: true }), { minLength: 4, maxLength: 4 }),
        (classes, values) => {
          const probabilities = Float32Array.from(classes, (_, index) => values[index]!);
          const text = formatPredictions(
            { task: 'classification', rows: 1, classes, labels: Int32Array.of(1), probabilities },
            Int32Array.of(6),
          );
          const [row] = parsePredictions(text, 'classification');
          expect(row).toMatchObject({ row: 7, truth: classes[1] });
          expect(Float32Array.from(row!.probabilities)).toEqual(probabilities.map((value) => value + 0));
        },
      ),
      { seed: 41, numRuns: 200 },
    );
  });

  it('keeps several numbers apart', () => {
    const evaluation: Evaluation = {
      task: 'regression',
      rows: 1,
      outputs: ['x', 'y'],
      targets: Float32Array.of(1, 2),
      predictions: Float32Array.of(1.5, Infinity),
    };
    const text = formatPredictions(evaluation, Int32Array.of(0));
    expect(text).toBe('row,truth:x,truth:y,prediction:x,prediction:y\n1,1,2,1.5,Infinity\n');
    expect(parsePredictions(text, 'regression')).toEqual([
      { row: 1, truth: [1, 2], prediction: [1.5, Infinity], probabilities: [] },
    ]);
  });

  it('is refused when it is of another task', () => {
    expect(() => parsePredictions('row,truth,prediction\n', 'regression')).toThrow(
      'expected the columns row, truth:<output>, …, prediction:<output>, …',
    );
  });
});
