import { describe, expect, it } from 'vitest';
import type { PreparedData, PreparedPart } from '../../data/prepared-data.ts';
import type { Evaluation } from '../../metrics/metric.ts';
import { createStream, type Stream } from '../../random/stream.ts';
import { builtInRegistry } from '../components.ts';
import { casesOf, exampleOf } from './specs.ts';

const ROWS = 60;

function evaluationFor(task: Evaluation['task'], classes: number, stream: Stream): Evaluation {
  if (task === 'regression') {
    const targets = Float32Array.from({ length: ROWS }, () => 5 + stream.normal());
    const predictions = targets.map((target) => target + 0.3 * stream.normal());
    return { task, rows: ROWS, outputs: ['mass'], targets, predictions };
  }
  const labels = Int32Array.from({ length: ROWS }, () => stream.integer(classes));
  const probabilities = new Float32Array(ROWS * classes);
  labels.forEach((label, row) => {
    const raw = Array.from({ length: classes }, (_, index) => stream.uniform() + (index === label ? 0.5 : 0));
    const sum = raw.reduce((total, value) => total + value, 0);
    raw.forEach((value, index) => (probabilities[row * classes + index] = value / sum));
  });
  return {
    task,
    rows: ROWS,
    classes: Array.from({ length: classes }, (_, index) => `c${index}`),
    labels,
    probabilities,
  };
}

function reorder(evaluation: Evaluation, order: Int32Array): Evaluation {
  const rows = <Values extends Float32Array | Int32Array>(values: Values): Values => {
    const width = values.length / evaluation.rows;
    return values.map((_, at) => values[order[Math.floor(at / width)]! * width + (at % width)]!) as Values;
  };
  return evaluation.task === 'regression'
    ? { ...evaluation, targets: rows(evaluation.targets), predictions: rows(evaluation.predictions) }
    : { ...evaluation, labels: rows(evaluation.labels), probabilities: rows(evaluation.probabilities) };
}

describe.each(casesOf('metric'))('metric %s', (_, component) => {
  const part = builtInRegistry.build('metric', exampleOf(component), undefined);

  it('is a number or a table as it declares, does not depend on the order of rows, and changes nothing', () => {
    for (const task of part.tasks) {
      for (const classes of [2, 4]) {
        const stream = createStream(3).derive(task).derive(classes);
        const evaluation = evaluationFor(task, classes, stream);
        const before = structuredClone(evaluation);
        const value = part.compute(evaluation);
        expect(typeof value).toBe(part.direction === 'none' ? 'object' : 'number');
        const moved = part.compute(reorder(evaluation, stream.permutation(ROWS)));
        if (typeof value === 'number') expect(moved).toBeCloseTo(value, 9);
        else expect(moved).toEqual(value);
        expect(evaluation).toEqual(before);
      }
    }
  });

  it('is better for a perfect prediction than for a poor one', () => {
    for (const task of part.tasks) {
      if (part.direction === 'none') continue;
      const poor = evaluationFor(task, 3, createStream(3).derive(task));
      const perfect: Evaluation =
        poor.task === 'regression'
          ? { ...poor, predictions: poor.targets }
          : {
              ...poor,
              probabilities: poor.probabilities.map((_value, at) =>
                at % 3 === poor.labels[Math.floor(at / 3)] ? 1 : 0,
              ),
            };
      const sign = part.direction === 'higher' ? 1 : -1;
      expect(sign * (part.compute(perfect) as number)).toBeGreaterThan(sign * (part.compute(poor) as number));
    }
  });
});

describe.each(casesOf('baseline'))('baseline %s', (_, component) => {
  const part = builtInRegistry.build('baseline', exampleOf(component), undefined);

  it('predicts every row of a part, the same for the same seed', async () => {
    for (const task of part.tasks) {
      const data = dataFor(task);
      const run = () => part.evaluate(data, 'test', createStream(8));
      const { evaluation } = await run();
      expect(evaluation.rows).toBe(data.parts.test.rows);
      expect(evaluation.task).toBe(task);
      expect((await run()).evaluation).toEqual(evaluation);
    }
  });
});

function dataFor(task: Evaluation['task']): PreparedData {
  const part = (name: PreparedPart['name'], rows: number): PreparedPart => {
    const stream = createStream(6).derive(name);
    const features = Float32Array.from({ length: rows * 2 }, stream.normal);
    const score = (row: number) => features[2 * row]! - features[2 * row + 1]!;
    const targets =
      task === 'regression'
        ? Float32Array.from({ length: rows }, (_, row) => score(row))
        : Int32Array.from({ length: rows }, (_, row) => (score(row) > 0 ? 1 : 0));
    const sourceRows = Int32Array.from({ length: rows }, (_, row) => row);
    // As of a split by time, so that every baseline has what it needs.
    const before = task === 'regression' && {
      lastTargets: Float32Array.from({ length: rows }, (_, row) => targets[row - 1] ?? Number.NaN),
    };
    return { name, rows, sourceRows, features, targets, ...before };
  };
  return {
    parts: { train: part('train', 40), validation: part('validation', 10), test: part('test', 20) },
    inputShape: [2],
    featureNames: ['a', 'b'],
    target:
      task === 'regression'
        ? { kind: 'numbers', names: ['y'] }
        : { kind: 'classes', name: 'label', classes: ['no', 'yes'] },
    invertTarget: (values) => values,
    droppedRows: 0,
    quality: [],
    files: [],
    transformState: null,
  };
}
