import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/**
 * Gives every channel mean β and deviation γ (both learned). In training it measures mean and variance on the
 * batch and moves its running ones towards them, in evaluation it uses the running ones. Any shape; the last
 * axis holds the channels.
 */
export const batchNormalization = defineComponent({
  kind: 'layer',
  type: 'batchNormalization',
  summary: 'Gives every channel a learned mean and deviation, measured batch by batch.',
  when: 'Between a layer and its activation in deep networks. Not with batches of fewer than about eight.',
  formula:
    'y = γ (x − mean) / √(variance + epsilon) + β; in training running = momentum · running + (1 − momentum) · measured, with the variance divided by n',
  source: 'Ioffe and Szegedy, "Batch normalization", 2015',
  options: {
    momentum: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.99,
      description: 'How much of the running mean and variance stays at every step.',
      reason: 'the default of Keras; with fewer than a few hundred steps take 0.9',
    }),
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-3,
      description: 'Added to the variance, against division by zero.',
      reason: 'the default of Keras',
    }),
  },
  example: { momentum: 0.9 },
  build: ({ momentum, epsilon }, { name }) => ({
    outputShape: (input) => input,
    apply: (input) =>
      tf.layers.batchNormalization({ momentum, epsilon, name }).apply(input) as tf.SymbolicTensor,
  }),
});
