import { defineComponent } from '../component/component.ts';
import { averageOverClasses } from './class-average.ts';
import { classificationOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The mean recall of the classes that occur. NaN without rows. */
export const balancedAccuracy = defineComponent({
  kind: 'metric',
  type: 'balancedAccuracy',
  summary: 'Accuracy in which every class counts alike: the mean recall of the classes that occur.',
  when: 'Some classes are much rarer than others. Guessing always the same class gives 1/classes.',
  formula: 'mean over classes that occur of (correct rows of the class / rows of the class)',
  source: 'Brodersen et al., "The balanced accuracy and its posterior distribution", 2010',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['classification'],
    direction: 'higher',
    unit: 'none',
    compute: (evaluation) =>
      averageOverClasses(
        classificationOf(evaluation),
        'macro',
        'recall',
        (correct, _, occurring) => correct / occurring,
      ),
  }),
});
