import { defineComponent } from '../../component/component.ts';
import type { BaselinePart } from '../baseline.ts';
import { judgeNumbers, outputsOf } from './judged-evaluation.ts';

/** Predicts the mean of the training part for every row. */
export const mean = defineComponent({
  kind: 'baseline',
  type: 'mean',
  summary: 'Predicts the mean of the target in the training part, whatever the features.',
  when: 'Always: a regression that does not beat it has learned nothing.',
  formula: 'prediction = mean of the training targets, of each output',
  options: {},
  example: {},
  build: (): BaselinePart => ({
    tasks: ['regression'],
    title: 'mean of the training part',
    evaluate(data, part) {
      const outputs = outputsOf(data).length;
      const { rows, targets } = data.parts.train;
      const means = new Float64Array(outputs);
      for (let index = 0; index < targets.length; index++) means[index % outputs]! += targets[index]! / rows;
      const predictions = new Float32Array(data.parts[part].rows * outputs);
      for (let row = 0; row < data.parts[part].rows; row++) predictions.set(means, row * outputs);
      return Promise.resolve({ evaluation: judgeNumbers(data, part, predictions) });
    },
  }),
});
