import { defineComponent } from '../component/component.ts';
import { regressionOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The mean absolute error, in the unit of the target. NaN without rows. */
export const mae = defineComponent({
  kind: 'metric',
  type: 'mae',
  summary: 'Mean absolute error: how far off a prediction is on average.',
  when: 'Every unit of error costs the same; a few wild rows should not dominate, as they do in rmse.',
  formula: 'mean |prediction − target| over all rows and outputs; NaN without rows',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['regression'],
    direction: 'lower',
    unit: 'target',
    compute(evaluation) {
      const { targets, predictions } = regressionOf(evaluation);
      let sum = 0;
      for (let index = 0; index < targets.length; index++)
        sum += Math.abs(predictions[index]! - targets[index]!);
      return sum / targets.length;
    },
  }),
});
