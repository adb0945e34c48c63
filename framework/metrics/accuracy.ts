import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';
import { predictedClass } from './predicted-classes.ts';

/** The share of rows whose most probable class is the true one. NaN without rows. */
export const accuracy = defineComponent({
  kind: 'metric',
  type: 'accuracy',
  summary: 'The share of rows whose most probable class is the true one.',
  when: 'The classes are about equally frequent and every mistake costs the same; else balancedAccuracy or f1.',
  formula: 'rows with argmax p = label / rows; of equal probabilities the first class; NaN without rows',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['classification'],
    direction: 'higher',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      let correct = 0;
      for (let row = 0; row < rows; row++) {
        if (predictedClass(probabilities, row, classes.length) === labels[row]) correct++;
      }
      return correct / rows;
    },
  }),
});
