import { defineComponent } from '../component/component.ts';
import { regressionOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The mean absolute error relative to the target, in percent. NaN without rows or with a target of 0. */
export const mape = defineComponent({
  kind: 'metric',
  type: 'mape',
  summary: 'Mean absolute percentage error: how far off a prediction is, relative to the target.',
  when: 'Targets are far from 0 and span orders of magnitude. It favors predictions that are too small.',
  formula: '100 · mean |prediction − target| / |target|, in percent; NaN when a target is 0 and without rows',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['regression'],
    direction: 'lower',
    unit: 'none',
    compute(evaluation) {
      const { targets, predictions } = regressionOf(evaluation);
      let sum = 0;
      for (let index = 0; index < targets.length; index++) {
        const target = targets[index]!;
        if (target === 0) return Number.NaN;
        sum += Math.abs((predictions[index]! - target) / target);
      }
      return (100 * sum) / targets.length;
    },
  }),
});
