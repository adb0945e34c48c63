import { defineComponent } from '../component/component.ts';
import { regressionOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The root of the mean squared error, in the unit of the target. NaN without rows. */
export const rmse = defineComponent({
  kind: 'metric',
  type: 'rmse',
  summary: 'Root mean squared error: a typical size of the error, in which large errors weigh more.',
  when: 'Large errors are worse than proportionally; compare it with the standard deviation of the target.',
  formula: '√ mean (prediction − target)² over all rows and outputs; NaN without rows',
  source: 'Gauss, "Theoria combinationis observationum", 1823',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['regression'],
    direction: 'lower',
    unit: 'target',
    compute(evaluation) {
      const { targets, predictions } = regressionOf(evaluation);
      let sum = 0;
      for (let index = 0; index < targets.length; index++) {
        const error = predictions[index]! - targets[index]!;
        sum += error * error;
      }
      return Math.sqrt(sum / targets.length);
    },
  }),
});
