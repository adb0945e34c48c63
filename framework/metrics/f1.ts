import { defineComponent } from '../component/component.ts';
import { averageOption, averageOverClasses } from './class-average.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The harmonic mean of precision and recall of each class; averaged over the classes that occur. */
export const f1 = defineComponent({
  kind: 'metric',
  type: 'f1',
  summary: 'The harmonic mean of precision and recall.',
  when: 'Classes are unbalanced, and false alarms and missed cases both count.',
  formula: '2 correct / (predicted + occurring), per class; NaN for a class neither occurring nor predicted',
  source: 'van Rijsbergen, "Information Retrieval", 1979',
  options: { average: averageOption },
  example: { average: 'macro' },
  build: ({ average }): MetricPart => ({
    tasks: ['classification'],
    direction: average === 'perClass' ? 'none' : 'higher',
    unit: 'none',
    compute: (evaluation) =>
      averageOverClasses(
        classificationOf(evaluation),
        average,
        'f1',
        (correct, predicted, occurring) => (2 * correct) / (predicted + occurring),
      ),
  }),
});
