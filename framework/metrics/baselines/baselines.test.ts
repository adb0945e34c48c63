import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreparedData, PreparedPart } from '../../data/prepared-data.ts';
import type { PartName } from '../../data/split.ts';
import { createStream } from '../../random/stream.ts';
import type { BaselinePart } from '../baseline.ts';
import { classificationOf, regressionOf } from '../evaluation-of-task.ts';
import { accuracy } from '../accuracy.ts';
import { logLoss } from '../log-loss.ts';
import { linear } from './linear.ts';
import { logistic } from './logistic.ts';
import { majority } from './majority.ts';
import { mean } from './mean.ts';

type Targets = PreparedData['target'];

function prepared(
  target: Targets,
  features: Partial<Record<PartName, number[][]>>,
  targets: Partial<Record<PartName, number[]>>,
  invertTarget = (values: Float32Array) => values,
): PreparedData {
  const part = (name: PartName): PreparedPart => {
    const rows = features[name] ?? [];
    const answers = targets[name] ?? [];
    return {
      name,
      rows: rows.length,
      sourceRows: Int32Array.from(rows.keys()),
      features: Float32Array.from(rows.flat()),
      targets: target.kind === 'classes' ? Int32Array.from(answers) : Float32Array.from(answers),
    };
  };
  return {
    parts: { train: part('train'), validation: part('validation'), test: part('test') },
    inputShape: [features.train![0]!.length],
    featureNames: [],
    target,
    invertTarget,
    droppedRows: 0,
    quality: [],
    files: [],
    transformState: null,
  };
}

const classes = (...names: string[]): Targets => ({ kind: 'classes', name: 'class', classes: names });
const numbers = (...names: string[]): Targets => ({ kind: 'numbers', names });

async function judgedNumbers(part: BaselinePart, data: PreparedData) {
  const { evaluation, remark } = await part.evaluate(data, 'test', createStream(1));
  return { evaluation: regressionOf(evaluation), remark };
}

async function judgedClasses(part: BaselinePart, data: PreparedData) {
  const { evaluation, remark } = await part.evaluate(data, 'test', createStream(1));
  return { evaluation: classificationOf(evaluation), remark };
}

describe('majority', () => {
  it('predicts the shares of the training part', async () => {
    const data = prepared(
      classes('a', 'b'),
      { train: [[0], [0], [0], [0]], test: [[0], [0]] },
      { train: [1, 1, 0, 1], test: [0, 1] },
    );
    const { evaluation } = await judgedClasses(majority.build({}, undefined), data);
    expect([...evaluation.probabilities]).toEqual([0.25, 0.75, 0.25, 0.75]);
    expect([...evaluation.labels]).toEqual([0, 1]);
  });
});

describe('mean', () => {
  it('predicts the mean of each output, in the unit of the source', async () => {
    const data = prepared(
      numbers('y', 'z'),
      { train: [[0], [0]], test: [[0]] },
      { train: [1, 10, 3, 30], test: [2, 25] },
      (values) => values.map((value) => value * 100),
    );
    const { evaluation } = await judgedNumbers(mean.build({}, undefined), data);
    expect([...evaluation.predictions]).toEqual([200, 2000]);
    expect([...evaluation.targets]).toEqual([200, 2500]);
  });
});

describe('linear', () => {
  const part = linear.build({}, undefined);

  it('finds a line that fits exactly, whatever the scales of the columns', async () => {
    const values = fc.double({ min: -5, max: 5, noNaN: true });
    await fc.assert(
      fc.asyncProperty(values, values, values, async (intercept, first, second) => {
        const stream = createStream(9);
        const rows = Array.from({ length: 40 }, () => [2000 + 10 * stream.normal(), stream.normal() / 100]);
        const answer = (row: number[]) => intercept + first * (row[0]! - 2000) + second * row[1]! * 100;
        const data = prepared(
          numbers('y'),
          { train: rows.slice(0, 30), test: rows.slice(30) },
          { train: rows.slice(0, 30).map(answer), test: rows.slice(30).map(answer) },
        );
        const { evaluation, remark } = await judgedNumbers(part, data);
        expect(remark).toBeUndefined();
        for (const [index, target] of evaluation.targets.entries()) {
          expect(evaluation.predictions[index]).toBeCloseTo(target, 2);
        }
      }),
      { seed: 21, numRuns: 50 },
    );
  });

  it('has residuals that are orthogonal to every column: least squares', async () => {
    const stream = createStream(10);
    const rows = Array.from({ length: 60 }, () => [stream.normal(), stream.normal(), stream.normal()]);
    const answers = rows.map(([first]) => first! + stream.normal());
    const data = prepared(numbers('y'), { train: rows, test: rows }, { train: answers, test: answers });
    const { evaluation } = await judgedNumbers(part, data);
    const residuals = [...evaluation.predictions].map((value, row) => value - evaluation.targets[row]!);
    for (const column of [() => 1, ...[0, 1, 2].map((index) => (row: number) => rows[row]![index]!)]) {
      expect(residuals.reduce((sum, value, row) => sum + value * column(row), 0)).toBeCloseTo(0, 4);
    }
  });

  it('bears collinear, constant and missing columns', async () => {
    const stream = createStream(11);
    const rows = Array.from({ length: 30 }, () => {
      const value = stream.normal();
      return [value, 2 * value, 7, 1 - value];
    });
    const answers = rows.map(([value]) => 3 * value! + 1);
    rows[4]![1] = Number.NaN;
    const data = prepared(
      numbers('y'),
      { train: rows, test: rows.slice(10) },
      { train: answers, test: answers.slice(10) },
    );
    const { evaluation } = await judgedNumbers(part, data);
    for (const [index, target] of evaluation.targets.entries()) {
      expect(Math.abs(evaluation.predictions[index]! - target)).toBeLessThan(0.3);
    }
  });
});

describe('logistic', () => {
  const part = logistic.build({}, undefined);

  /** Labels drawn with P(yes) = sigmoid(2x − 1). */
  function drawn(rows: number): PreparedData {
    const stream = createStream(12);
    const features = Array.from({ length: rows }, () => [stream.normal()]);
    const labels = features.map(([x]) => Number(stream.uniform() < 1 / (1 + Math.exp(1 - 2 * x!))));
    return prepared(
      classes('no', 'yes'),
      { train: features, test: [[-2], [0], [0.5], [2]] },
      { train: labels, test: [0, 0, 1, 1] },
    );
  }

  it('finds the probabilities that the labels were drawn with', async () => {
    const { evaluation, remark } = await judgedClasses(part, drawn(4000));
    expect(remark).toBeUndefined();
    for (const [row, x] of [-2, 0, 0.5, 2].entries()) {
      expect(evaluation.probabilities[row * 2 + 1]).toBeCloseTo(1 / (1 + Math.exp(1 - 2 * x)), 1);
    }
  });

  it('separates three clusters, with finite probabilities, and repeats to the last bit', async () => {
    const stream = createStream(13);
    const labels = Array.from({ length: 90 }, (_, row) => row % 3);
    const features = labels.map((label) => [
      Math.cos(2.1 * label) + stream.normal() / 10,
      5000 + 100 * Math.sin(2.1 * label) + stream.normal() * 10,
    ]);
    const data = prepared(
      classes('a', 'b', 'c'),
      { train: features, test: features },
      { train: labels, test: labels },
    );
    const { evaluation } = await judgedClasses(part, data);
    expect(accuracy.build({}, undefined).compute(evaluation)).toBe(1);
    expect(logLoss.build({ floor: 1e-7 }, undefined).compute(evaluation)).toBeLessThan(0.1);
    expect((await judgedClasses(part, data)).evaluation).toEqual(evaluation);
  });

  it('bears a training part of one class, constant columns and columns without any value', async () => {
    const data = prepared(
      classes('a', 'b'),
      {
        train: [
          [1, 5, Number.NaN],
          [2, 5, Number.NaN],
        ],
        test: [[3, 5, 1]],
      },
      { train: [0, 0], test: [1] },
    );
    const { evaluation } = await judgedClasses(part, data);
    expect(evaluation.probabilities[0]! + evaluation.probabilities[1]!).toBeCloseTo(1, 6);
    expect(evaluation.probabilities[0]).toBeGreaterThan(0.5);
  });

  it('says when it learned from a part of the rows', async () => {
    const stream = createStream(14);
    const wide = Array.from({ length: 700 }, () => Array.from({ length: 4000 }, () => stream.integer(2)));
    const labels = wide.map((row) => row[0]! * 9);
    const data = prepared(
      classes(...Array.from({ length: 10 }, (_, digit) => `${digit}`)),
      { train: wide, test: wide.slice(0, 5) },
      { train: labels, test: labels.slice(0, 5) },
    );
    const { remark } = await judgedClasses(part, data);
    expect(remark).toBe('learned from 500 of 700 rows, stopped after 15 evaluations of its loss');
  });
});
