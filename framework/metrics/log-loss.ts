import { Type } from '@sinclair/typebox';
import { defineComponent } from '../component/component.ts';
import { logarithm } from '../random/normal-quantile.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The mean surprise, in nats, at the true classes. NaN without rows or with a NaN probability. */
export const logLoss = defineComponent({
  kind: 'metric',
  type: 'logLoss',
  summary: 'The mean surprise at the true class: cross-entropy between truth and predicted probabilities.',
  when: 'The probabilities matter, not only which is the largest. Guessing evenly gives ln(classes).',
  formula: '−mean ln max(p of the true class, floor), in nats; NaN without rows',
  source: 'Good, "Rational decisions", 1952',
  options: {
    floor: Type.Number({
      exclusiveMinimum: 0,
      maximum: 0.5,
      default: 1e-7,
      description: 'The smallest probability that is believed; smaller ones count as this one.',
      reason:
        'one wrong row with probability 0 would make the mean infinite; 1e-7 is what float32 resolves near 1',
    }),
  },
  example: {},
  build: ({ floor }): MetricPart => ({
    tasks: ['classification'],
    direction: 'lower',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        sum -= logarithm(Math.max(probabilities[row * classes.length + labels[row]!]!, floor));
      }
      return sum / rows;
    },
  }),
});
