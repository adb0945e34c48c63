import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import '../layer.ts';

/**
 * Sets a random share of its inputs to zero in training and scales the others up, so that the mean stays; does
 * nothing in evaluation. Every training step draws another mask, from a stream named after layer and step, so
 * a resumed run draws the same ones. (The `seed` of TensorFlow.js would repeat one mask at every step.)
 */
export const dropout = defineComponent({
  kind: 'layer',
  type: 'dropout',
  summary: 'Sets a random share of its inputs to zero in training and scales the others up.',
  when: 'Against overfitting, after layers with many units.',
  formula: 'in training y = x · m / (1 − rate) with m = 0 with probability rate, else 1; in evaluation y = x',
  source: 'Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014',
  options: {
    rate: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.5,
      description: 'The share that is set to zero.',
      reason: 'the choice of the paper for hidden layers',
    }),
  },
  example: { rate: 0.1 },
  build: ({ rate }, { name, stream, step }) => ({
    outputShape: (input) => input,
    apply(input) {
      // Saved as the stock layer, called as ours.
      const layer = tf.layers.dropout({ rate, name });
      layer.call = (inputs, kwargs) => {
        const values = Array.isArray(inputs) ? inputs[0]! : inputs;
        if (kwargs.training !== true || rate === 0) return values;
        const factors = new Float32Array(values.size);
        drawMask(factors, rate, stream.derive(step()));
        return tf.mul(values, tf.tensor(factors, values.shape));
      };
      return layer.apply(input) as tf.SymbolicTensor;
    },
  }),
});

/**
 * Draws the factors of a dropout layer at one training step: zero with probability `rate`, else `1 / (1 − rate)`.
 * @param stream the layer's, derived for the step
 */
export function drawMask(into: Float32Array, rate: number, stream: Stream): void {
  const bound = rate * 4294967296;
  const kept = 1 / (1 - rate);
  for (let index = 0; index < into.length; index++) into[index] = stream.uint32() < bound ? 0 : kept;
}
