import { describe, expect, it } from 'vitest';
import { createStream } from '../random/stream.ts';
import { accuracy } from './accuracy.ts';
import { bootstrapInterval, bootstrapIntervals } from './bootstrap-interval.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import type { Evaluation } from './metric.ts';
import { mae } from './mae.ts';
import { rocAuc } from './roc-auc.ts';
import { r2 } from './r2.ts';

/** A two-class part of which the first `correct` rows are right. */
function classified(rows: number, correct: number): Evaluation {
  return {
    task: 'classification',
    rows,
    classes: ['no', 'yes'],
    labels: Int32Array.from({ length: rows }, (_, row) => Number(row < correct)),
    probabilities: Float32Array.from({ length: rows * 2 }, (_, index) => index % 2),
  };
}

const accuracyPart = accuracy.build({}, undefined);

describe('a bootstrap interval', () => {
  it('of an accuracy agrees with the binomial distribution', () => {
    const [low, high] = bootstrapInterval(accuracyPart, classified(400, 320), createStream(1))!;
    // The normal approximation: 0.8 ± 1.96 · √(0.8 · 0.2 / 400) = 0.8 ± 0.0392.
    expect(low).toBeCloseTo(0.7608, 2);
    expect(high).toBeCloseTo(0.8392, 2);
  });

  it('covers the true value in about 95 of 100 parts', () => {
    let covered = 0;
    for (let part = 0; part < 200; part++) {
      const stream = createStream(2).derive(part);
      let correct = 0;
      for (let row = 0; row < 100; row++) correct += Number(stream.uniform() < 0.7);
      const [low, high] = bootstrapInterval(accuracyPart, classified(100, correct), stream.derive('draws'))!;
      if (low <= 0.7 && 0.7 <= high) covered++;
    }
    // Binomial(200, 0.95): three standard errors are 0.046; the percentile interval is a little narrow.
    expect(covered / 200).toBeGreaterThan(0.89);
    expect(covered / 200).toBeLessThan(0.99);
  });

  it('repeats for the same stream', () => {
    const interval = (seed: number) =>
      bootstrapInterval(accuracyPart, classified(50, 30), createStream(seed));
    expect(interval(3)).toEqual(interval(3));
  });

  it('of several metrics is that of each alone', () => {
    const evaluation: Evaluation = {
      task: 'regression',
      rows: 30,
      outputs: ['y'],
      targets: Float32Array.from({ length: 30 }, (_, row) => row),
      predictions: Float32Array.from({ length: 30 }, (_, row) => row + Math.sin(row)),
    };
    const parts = { mae: mae.build({}, undefined), r2: r2.build({}, undefined) };
    expect(bootstrapIntervals(parts, evaluation, createStream(4))).toEqual({
      mae: bootstrapInterval(parts.mae, evaluation, createStream(4)),
      r2: bootstrapInterval(parts.r2, evaluation, createStream(4)),
    });
  });

  it('of a metric that ranks is the same by counts as by copies of the drawn rows', () => {
    const stream = createStream(6);
    const labels = Int32Array.from({ length: 80 }, () => stream.integer(3));
    const probabilities = Float32Array.from({ length: 240 }, () => stream.integer(20) / 20);
    const classes = ['a', 'b', 'c'];
    const evaluation: Evaluation = { task: 'classification', rows: 80, classes, labels, probabilities };
    const { counted, ...copying } = rocAuc.build({}, undefined);
    expect(counted).toBeDefined();
    const [low, high] = bootstrapInterval(rocAuc.build({}, undefined), evaluation, createStream(7))!;
    const expected = bootstrapInterval(copying, evaluation, createStream(7))!;
    expect(low).toBeCloseTo(expected[0], 12);
    expect(high).toBeCloseTo(expected[1], 12);
    expect(low).toBeLessThan(high);
  });

  it('is left out for tables, undefined metrics and a single row', () => {
    const table = confusionMatrix.build({}, undefined);
    expect(bootstrapInterval(table, classified(10, 5), createStream(5))).toBeUndefined();
    expect(bootstrapInterval(accuracyPart, classified(1, 1), createStream(5))).toBeUndefined();
    const constant: Evaluation = {
      task: 'regression',
      rows: 3,
      outputs: ['y'],
      targets: new Float32Array(3),
      predictions: Float32Array.of(1, 2, 3),
    };
    expect(bootstrapInterval(r2.build({}, undefined), constant, createStream(5))).toBeUndefined();
  });
});
