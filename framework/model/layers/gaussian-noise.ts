import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/**
 * Adds normal noise in training; does nothing in evaluation. Every training step draws another noise, from a
 * stream named after layer and step, so a resumed run draws the same. (TensorFlow.js cannot seed its own.)
 */
export const gaussianNoise = defineComponent({
  kind: 'layer',
  type: 'gaussianNoise',
  summary: 'Adds normal noise in training; does nothing in evaluation.',
  when: 'Against overfitting, mostly right after the input, whose columns should then be standardized.',
  formula:
    'in training y = x + standardDeviation · n with n normal of mean 0 and deviation 1; in evaluation y = x',
  source: 'Bishop, "Training with noise is equivalent to Tikhonov regularization", 1995',
  options: {
    standardDeviation: Type.Number({
      minimum: 0,
      default: 0.1,
      description: 'The standard deviation of the noise, in the unit of the input.',
      reason: 'a tenth of the spread of a standardized column',
    }),
  },
  example: { standardDeviation: 0.1 },
  build: ({ standardDeviation }, { name, stream, step }) => ({
    outputShape: (input) => input,
    apply(input) {
      // Saved as the stock layer, called as ours.
      const layer = tf.layers.gaussianNoise({ stddev: standardDeviation, name });
      layer.call = (inputs, kwargs) => {
        const values = Array.isArray(inputs) ? inputs[0]! : inputs;
        if (kwargs.training !== true || standardDeviation === 0) return values;
        const draws = stream.derive(step());
        const noise = Float32Array.from({ length: values.size }, () => standardDeviation * draws.normal());
        return tf.add(values, tf.tensor(noise, values.shape));
      };
      return layer.apply(input) as tf.SymbolicTensor;
    },
  }),
});
