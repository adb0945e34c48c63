import { defineComponent } from '../component/component.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';
import { NO_CLASS, predictedClass } from './predicted-classes.ts';

/** How often each true class (row) was predicted as each class (column), in rows of the part. */
export const confusionMatrix = defineComponent({
  kind: 'metric',
  type: 'confusionMatrix',
  summary: 'How often each true class (row) was predicted as each class (column).',
  when: 'You want to know which classes are mistaken for which.',
  formula:
    'count of rows per pair of true and predicted class; a row whose probabilities are NaN is in no column',
  source: 'Kohavi and Provost, "Glossary of terms", Machine Learning 30, 1998',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['classification'],
    direction: 'none',
    unit: 'none',
    compute(evaluation) {
      const { rows, classes, labels, probabilities } = classificationOf(evaluation);
      const counts = classes.map(() => new Array<number>(classes.length).fill(0));
      for (let row = 0; row < rows; row++) {
        const guess = predictedClass(probabilities, row, classes.length);
        if (guess !== NO_CLASS) counts[labels[row]!]![guess]!++;
      }
      return { rowNames: classes, columnNames: classes, values: counts };
    },
  }),
});
