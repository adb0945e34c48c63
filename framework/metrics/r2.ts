import { defineComponent } from '../component/component.ts';
import { regressionOf } from './evaluation-of-task.ts';
import type { MetricPart } from './metric.ts';

/** The share of the target's variance that the predictions explain. NaN where a target does not vary. */
export const r2 = defineComponent({
  kind: 'metric',
  type: 'r2',
  summary: 'R², the share of the variance of the target that the predictions explain.',
  when: 'A number without unit is wanted: 1 is perfect, 0 is as good as the mean of the part, below 0 is worse.',
  formula:
    '1 − Σ (target − prediction)² / Σ (target − mean of the targets)², the mean over the outputs; ' +
    'NaN when a target is constant in the part',
  source: 'Wright, "Correlation and causation", 1921',
  options: {},
  example: {},
  build: (): MetricPart => ({
    tasks: ['regression'],
    direction: 'higher',
    unit: 'none',
    compute(evaluation) {
      const { rows, outputs, targets, predictions } = regressionOf(evaluation);
      const width = outputs.length;
      let sum = 0;
      for (let output = 0; output < width; output++) {
        let mean = 0;
        for (let row = 0; row < rows; row++) mean += targets[row * width + output]! / rows;
        let unexplained = 0;
        let variation = 0;
        for (let row = 0; row < rows; row++) {
          const index = row * width + output;
          const error = targets[index]! - predictions[index]!;
          const deviation = targets[index]! - mean;
          unexplained += error * error;
          variation += deviation * deviation;
        }
        if (variation === 0) return Number.NaN;
        sum += 1 - unexplained / variation;
      }
      return sum / width;
    },
  }),
});
