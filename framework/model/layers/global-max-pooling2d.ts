import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireImage } from './window.ts';
import '../layer.ts';

/** The largest value of every channel over the whole image: `[batch, height, width, channels]` → `[batch, channels]`. */
export const globalMaxPooling2d = defineComponent({
  kind: 'layer',
  type: 'globalMaxPooling2d',
  summary: 'The largest value of every channel over the whole image.',
  when: 'Before the last dense layer, where it matters whether a pattern is there at all, not how often or where.',
  formula: 'y[c] = max_i,j x[i, j, c]',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    outputShape(input) {
      requireImage('globalMaxPooling2d', input);
      return [input[2]];
    },
    apply: (input) =>
      tf.layers.globalMaxPooling2d({ dataFormat: 'channelsLast', name }).apply(input) as tf.SymbolicTensor,
  }),
});
