import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** A penalty on the sum of absolute values of a weight: `strength · Σ |w|` is added to the training loss. */
export const l1 = defineComponent({
  kind: 'regularizer',
  type: 'l1',
  summary: 'A penalty on the sum of absolute values.',
  when: 'Makes many weights exactly small, so that few inputs matter.',
  formula: 'strength · Σ |w|',
  source: 'Tibshirani, "Regression shrinkage and selection via the lasso", 1996',
  options: {
    strength: Type.Number({
      minimum: 0,
      default: 0.01,
      description: 'The factor of the sum of absolute values.',
      reason: 'the default of Keras; try powers of ten around it',
    }),
  },
  example: { strength: 1e-4 },
  build: ({ strength }) => ({ l1: strength, l2: 0 }),
});
