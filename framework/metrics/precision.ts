import { defineComponent } from '../component/component.ts';
import { averageOption, averageOverClasses } from './class-average.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** Of the rows predicted as a class, the share that truly are of it; averaged over the classes that occur. */
export const precision = defineComponent({
  kind: 'metric',
  type: 'precision',
  summary: 'Of the rows predicted as a class, the share that truly are of it.',
  when: 'A false alarm is costly.',
  formula:
    'correct / predicted, per class; a class that is never predicted has none (NaN per class, 0 in an average)',
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
        'precision',
        (correct, predicted) => correct / predicted,
      ),
  }),
});
