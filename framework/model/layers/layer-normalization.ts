import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/**
 * Gives the channels of every example (of an image: of every pixel) mean β and deviation γ, both learned per
 * channel. Any shape; the last axis holds the channels. The same in training and evaluation.
 */
export const layerNormalization = defineComponent({
  kind: 'layer',
  type: 'layerNormalization',
  summary: 'Gives the channels of every example a learned mean and deviation, whatever the batch.',
  when: 'Where batches are small and for sequences; for image networks batchNormalization usually does better.',
  formula:
    'y = γ (x − mean) / √(variance + epsilon) + β, measured over the last axis, the variance divided by n',
  source: 'Ba, Kiros and Hinton, "Layer normalization", 2016',
  options: {
    epsilon: Type.Number({
      exclusiveMinimum: 0,
      default: 1e-3,
      description: 'Added to the variance, against division by zero.',
      reason: 'the default of Keras; PyTorch has 1e-5',
    }),
  },
  example: {},
  build: ({ epsilon }, { name }) => ({
    outputShape: (input) => input,
    apply: (input) => tf.layers.layerNormalization({ epsilon, name }).apply(input) as tf.SymbolicTensor,
  }),
});
