import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy.ts';
import { calibrationError } from './calibration-error.ts';
import type { ClassificationEvaluation } from './evaluation-of-task.ts';
import { prAuc } from './pr-auc.ts';
import { rankRows } from './ranked-rows.ts';
import { rocAuc } from './roc-auc.ts';
import { topKAccuracy } from './top-k-accuracy.ts';

/** Rows of [label, ...probabilities]. */
function classified(rows: readonly (readonly number[])[], names = ['a', 'b', 'c']): ClassificationEvaluation {
  return {
    task: 'classification',
    rows: rows.length,
    classes: names,
    labels: Int32Array.from(rows, ([label]) => label!),
    probabilities: Float32Array.from(rows.flatMap((row) => row.slice(1))),
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

const compute = (metric: typeof accuracy, evaluation: ClassificationEvaluation) =>
  metric.build({}, undefined).compute(evaluation);

describe('metrics of ranks', () => {
  it('area under the ROC curve equals the share of pairs in order, ties by half', () => {
    const scores = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 8 })), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(scores, (rows) => {
        const evaluation = classified(
          rows.map(([positive, score]) => [Number(positive), 1 - score / 8, score / 8]),
          ['no', 'yes'],
        );
        let inOrder = 0;
        let pairs = 0;
        for (const [, above] of rows.filter(([positive]) => positive)) {
          for (const [, below] of rows.filter(([positive]) => !positive)) {
            inOrder += above > below ? 1 : above === below ? 0.5 : 0;
            pairs++;
          }
        }
        const area = compute(rocAuc, evaluation);
        if (pairs === 0) expect(area).toBeNaN();
        else expect(area).toBeCloseTo(inOrder / pairs, 10);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('prAuc equals the mean precision at the rows of the class, and guessing gives its share', () => {
    const ranked = (labels: number[]) =>
      classified(
        labels.map((label, row) => [label, row / 10, 1 - row / 10]),
        ['no', 'yes'],
      );
    expect(compute(prAuc, ranked([1, 0, 1, 0]))).toBeCloseTo((1 / 1 + 2 / 3) / 2, 12);
    expect(compute(prAuc, ranked([1, 1, 0, 0]))).toBe(1);
    const equal = [0, 1, 0, 0].map((label) => [label, 0.5, 0.5]);
    expect(compute(prAuc, classified(equal, ['no', 'yes']))).toBe(0.25);
    expect(compute(prAuc, ranked([0, 0]))).toBeNaN();
  });

  it('counting a row twice is the same as having it twice', () => {
    const row = fc.tuple(fc.nat(2), fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(3));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        const plain = rows.map(([label, a, b, c]) => [label, a / 8, b / 8, c / 8]);
        const counts = Int32Array.from(rows, ([, , , , count]) => count);
        const repeated = plain.flatMap((values, index) =>
          Array.from({ length: counts[index]! }, () => values),
        );
        for (const metric of [rocAuc, prAuc]) {
          const counted = metric.build({}, undefined).counted!(classified(plain))(counts);
          const value = compute(metric, classified(repeated)) as number;
          if (Number.isNaN(value)) expect(counted).toBeNaN();
          else expect(counted).toBeCloseTo(value, 12);
        }
      }),
      { seed: 13, numRuns: 200 },
    );
  });

  it('ranking bears negative scores, both zeros and scores that hardly differ from them', () => {
    const scores = [0.5, -0.25, 0, -0, 1e-30, -3, 0.5];
    const { order, isLastOfEquals } = rankRows(classified(scores.map((score) => [0, score]), ['a']), 0)!; // prettier-ignore
    expect([...order].map((row) => scores[row]! + 0)).toEqual([0.5, 0.5, 1e-30, 0, 0, -0.25, -3]);
    expect([...isLastOfEquals]).toEqual([0, 1, 1, 0, 1, 1, 1]);
  });

  it('topKAccuracy counts the true class among the first, and is accuracy for k = 1', () => {
    const top = (k: number) => topKAccuracy.build({ k }, undefined).compute(example);
    expect([top(1), top(2), top(3)]).toEqual([compute(accuracy, example), 0.8, 1]);
    expect(topKAccuracy.build({ k: 1 }, undefined).compute(classified([[1, 0.4, 0.4, 0.2]]))).toBe(0);
    expect(topKAccuracy.build({ k: 3 }, undefined).compute(classified([[1, NaN, NaN, NaN]]))).toBe(0);
  });

  it('calibrationError is the gap between promise and truth, weighted by rows', () => {
    const part = calibrationError.build({ bins: 10 }, undefined);
    // Four rows promised at 0.75 of which three are right; one promised at 0.95 that is wrong.
    const promised = [0, 0, 0, 1].map((label) => [label, 0.75, 0.25]);
    expect(part.compute(classified(promised, ['a', 'b']))).toBeCloseTo(0, 6);
    expect(part.compute(classified([...promised, [1, 0.95, 0.05]], ['a', 'b']))).toBeCloseTo(0.95 / 5, 6);
    expect(part.compute(classified([[0, 1, 0]], ['a', 'b']))).toBe(0);
    expect(part.compute(classified([[0, NaN, 0]], ['a', 'b']))).toBeNaN();
    expect(part.compute(classified([]))).toBeNaN();
  });
});
