import { Type } from '@sinclair/typebox';
import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';
import { predictedClass } from './predicted-classes.ts';

/** How far the probability of the predicted class is from how often it is right. NaN without rows or for NaN. */
export const calibrationError = defineComponent({
  kind: 'metric',
  type: 'calibrationError',
  summary:
    'Expected calibration error: how far the probability of the predicted class is from how often it is right.',
  when: 'Probabilities are taken at their word: of the rows predicted with 0.8, are 8 in 10 right? 0 is perfect; it needs many rows.',
  formula:
    'Σ over bins of rows in it / rows · |share of right rows − mean probability of the predicted class|, with bins of ' +
    'equal width from 0 to 1; NaN without rows or where a probability is NaN',
  source: 'Guo et al., "On calibration of modern neural networks", 2017',
  options: {
    bins: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 15,
      description: 'Number of bins.',
      reason: 'the choice of the paper; with few rows take fewer',
    }),
  },
  example: { bins: 10 },
  build: ({ bins }): MetricPart => ({
    tasks: ['classification'],
    direction: 'lower',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      /** Right rows minus the sum of their probabilities: what a bin adds, but for sign and 1 / rows. */
      const excess = new Float64Array(bins);
      for (let row = 0; row < rows; row++) {
        const guess = predictedClass(probabilities, row, classes.length);
        const confidence = probabilities[row * classes.length + guess] ?? Number.NaN;
        if (Number.isNaN(confidence)) return Number.NaN;
        // Bins are open below and closed above, as in the paper; rounding may carry a probability beyond 1.
        const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence * bins) - 1));
        excess[bin]! += (guess === labels[row] ? 1 : 0) - confidence;
      }
      return excess.reduce((sum, value) => sum + Math.abs(value), 0) / rows;
    },
  }),
});
