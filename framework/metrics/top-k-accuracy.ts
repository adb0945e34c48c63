import { Type } from '@sinclair/typebox';
import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The share of rows whose true class is among the k most probable. NaN without rows. */
export const topKAccuracy = defineComponent({
  kind: 'metric',
  type: 'topKAccuracy',
  summary: 'The share of rows whose true class is among the k most probable ones.',
  when: 'There are many classes, and a list of suggestions is enough. With k as large as the number of classes it is 1.',
  formula:
    'rows with fewer than k classes above the true one / rows; of equal probabilities the first class comes first, ' +
    'so that with k = 1 it is accuracy; NaN without rows',
  source: 'Russakovsky et al., "ImageNet large scale visual recognition challenge", 2015',
  options: {
    k: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'How many classes are looked at.',
      reason: 'the choice of ImageNet and Keras',
    }),
  },
  example: { k: 2 },
  build: ({ k }): MetricPart => ({
    tasks: ['classification'],
    direction: 'higher',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      let found = 0;
      for (let row = 0; row < rows; row++) {
        const start = row * classes.length;
        const label = labels[row]!;
        const own = probabilities[start + label]!;
        let above = 0;
        let sum = 0;
        for (let index = 0; index < classes.length; index++) {
          const other = probabilities[start + index]!;
          sum += other;
          if (other > own || (other === own && index < label)) above++;
        }
        // A row whose probabilities are not numbers counts as wrong, as in every metric.
        if (above < k && !Number.isNaN(sum)) found++;
      }
      return found / rows;
    },
  }),
});
