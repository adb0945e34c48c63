import { defineComponent } from '../../component/component.ts';
import type { BaselinePart } from '../baseline.ts';
import { classesOf, judgeProbabilities } from './judged-evaluation.ts';

/** Predicts for every row how often each class occurs in the training part, so always its commonest class. */
export const majority = defineComponent({
  kind: 'baseline',
  type: 'majority',
  summary: 'Predicts the most frequent class of the training part, whatever the features.',
  when: 'Always: a classifier that does not beat it has learned nothing.',
  formula: 'p(class) = rows of the class / rows, in the training part',
  options: {},
  example: {},
  build: (): BaselinePart => ({
    tasks: ['classification'],
    title: 'most frequent class',
    evaluate(data, part) {
      const classes = classesOf(data).length;
      const shares = new Float32Array(classes);
      for (const label of data.parts.train.targets) shares[label]! += 1 / data.parts.train.rows;
      const probabilities = new Float32Array(data.parts[part].rows * classes);
      for (let row = 0; row < data.parts[part].rows; row++) probabilities.set(shares, row * classes);
      return Promise.resolve({ evaluation: judgeProbabilities(data, part, probabilities) });
    },
  }),
});
