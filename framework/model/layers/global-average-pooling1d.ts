import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSequence } from './window.ts';
import '../layer.ts';

/** The mean of every channel over the whole sequence: `[batch, steps, channels]` → `[batch, channels]`. */
export const globalAveragePooling1d = defineComponent({
  kind: 'layer',
  type: 'globalAveragePooling1d',
  summary: 'The mean of every channel over the whole sequence.',
  when: 'Before the last dense layer of a classifier of sequences or of embedded words: few weights, any length. Not where the order matters.',
  formula: 'y[c] = mean_i x[i, c]',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    outputShape(input) {
      requireSequence('globalAveragePooling1d', input);
      return [input[1]];
    },
    apply: (input) => tf.layers.globalAveragePooling1d({ name }).apply(input) as tf.SymbolicTensor,
  }),
});
