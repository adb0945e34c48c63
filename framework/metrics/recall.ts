import { defineComponent } from '../component/component.ts';
import { averageOption, averageOverClasses } from './class-average.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** Of the rows of a class, the share that is predicted as it; averaged over the classes that occur. */
export const recall = defineComponent({
  kind: 'metric',
  type: 'recall',
  summary: 'Of the rows of a class, the share that is predicted as it.',
  when: 'A missed case is costly.',
  formula: 'correct / occurring, per class; NaN for a class that does not occur, which no average counts',
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
        'recall',
        (correct, _, occurring) => correct / occurring,
      ),
  }),
});
