import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { metricComponents } from './components.ts';
import type { Evaluation, MetricTable } from './metric.ts';

interface Averaged {
  readonly macro: number;
  readonly weighted: number;
  readonly micro: number;
}
interface ClassificationCase {
  readonly labels: number[];
  readonly hundredths: number[][];
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly precision: Averaged;
  readonly recall: Averaged;
  readonly f1: Averaged;
  readonly f1PerClass: number[];
  readonly confusionMatrix: number[][];
  readonly logLoss: number;
  readonly rocAuc: number;
  readonly prAuc: number;
  readonly top2Accuracy: number;
}
interface RegressionCase {
  readonly targets: number[];
  readonly predictions: number[];
  readonly outputs: number;
  readonly mae: number;
  readonly rmse: number;
  readonly mape: number;
  readonly r2: number;
}

/** Written by benchmarks/reference/metrics.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../benchmarks/reference/metrics.json', import.meta.url), 'utf8'),
) as {
  readonly 'scikit-learn': string;
  readonly classification: readonly ClassificationCase[];
  readonly regression: readonly RegressionCase[];
};
const registry = createRegistry(metricComponents);
const compute = (type: string, evaluation: Evaluation, options = {}) =>
  registry
    .build('metric', fillDefaults(registry, 'metric', { type, ...options }), undefined)
    .compute(evaluation);

describe(`as in scikit-learn ${reference['scikit-learn']}`, () => {
  it.each(reference.classification)('metrics of classes, case %#', (expected) => {
    const classes = expected.hundredths[0]!.map((_, index) => `c${index}`);
    const evaluation: Evaluation = {
      task: 'classification',
      rows: expected.labels.length,
      classes,
      labels: Int32Array.from(expected.labels),
      probabilities: Float32Array.from(expected.hundredths.flat(), (value) => value / 100),
    };
    for (const type of ['accuracy', 'balancedAccuracy', 'rocAuc', 'prAuc'] as const) {
      expect(compute(type, evaluation), type).toBeCloseTo(expected[type], 10);
    }
    // Probabilities are 32-bit floats here.
    expect(compute('logLoss', evaluation)).toBeCloseTo(expected.logLoss, 6);
    expect(compute('topKAccuracy', evaluation, { k: 2 })).toBeCloseTo(expected.top2Accuracy, 10);
    for (const type of ['precision', 'recall', 'f1'] as const) {
      for (const average of ['macro', 'weighted', 'micro'] as const) {
        const value = compute(type, evaluation, { average });
        expect(value, `${type} ${average}`).toBeCloseTo(expected[type][average], 10);
      }
    }
    expect(compute('macroF1', evaluation)).toBeCloseTo(expected.f1.macro, 10);
    const perClass = compute('f1', evaluation, { average: 'perClass' }) as MetricTable;
    perClass.values.flat().forEach((value, index) => {
      expect(value).toBeCloseTo(expected.f1PerClass[index]!, 10);
    });
    expect((compute('confusionMatrix', evaluation) as MetricTable).values).toEqual(expected.confusionMatrix);
  });

  it.each(reference.regression)('metrics of numbers, case %#', (expected) => {
    const evaluation: Evaluation = {
      task: 'regression',
      rows: expected.targets.length / expected.outputs,
      outputs: Array.from({ length: expected.outputs }, (_, index) => `y${index}`),
      targets: Float32Array.from(expected.targets),
      predictions: Float32Array.from(expected.predictions),
    };
    for (const type of ['mae', 'rmse', 'mape', 'r2'] as const) {
      expect(compute(type, evaluation), type).toBeCloseTo(expected[type], type === 'mape' ? 4 : 6);
    }
  });
});
