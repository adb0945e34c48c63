import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSequence } from './window.ts';
import '../layer.ts';

/** The largest value of every channel over the whole sequence: `[batch, steps, channels]` → `[batch, channels]`. */
export const globalMaxPooling1d = defineComponent({
  kind: 'layer',
  type: 'globalMaxPooling1d',
  summary: 'The largest value of every channel over the whole sequence.',
  when: 'Before the last dense layer, where it matters whether a pattern comes at all, not how often or when.',
  formula: 'y[c] = max_i x[i, c]',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    outputShape(input) {
      requireSequence('globalMaxPooling1d', input);
      return [input[1]];
    },
    apply: (input) => tf.layers.globalMaxPooling1d({ name }).apply(input) as tf.SymbolicTensor,
  }),
});
