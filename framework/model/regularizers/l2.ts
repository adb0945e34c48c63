import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** A penalty on the sum of squares of a weight: `strength · Σ w²` is added to the training loss. */
export const l2 = defineComponent({
  kind: 'regularizer',
  type: 'l2',
  summary: 'A penalty on the sum of squares.',
  when: 'Keeps weights small; the usual remedy against overfitting besides dropout.',
  formula: 'strength · Σ w²',
  source: 'Krogh and Hertz, "A simple weight decay can improve generalization", 1992',
  options: {
    strength: Type.Number({
      minimum: 0,
      default: 0.01,
      description: 'The factor of the sum of squares.',
      reason: 'the default of Keras; try powers of ten around it',
    }),
  },
  example: { strength: 1e-4 },
  build: ({ strength }) => ({ l1: 0, l2: strength }),
});
