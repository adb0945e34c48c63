import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireImage } from './window.ts';
import '../layer.ts';

/** The mean of every channel over the whole image: `[batch, height, width, channels]` → `[batch, channels]`. */
export const globalAveragePooling2d = defineComponent({
  kind: 'layer',
  type: 'globalAveragePooling2d',
  summary: 'The mean of every channel over the whole image.',
  when: 'Before the last dense layer of an image classifier: few weights, any image size. Not where the place matters, as in locating something.',
  formula: 'y[c] = mean_i,j x[i, j, c]',
  source: 'Lin, Chen and Yan, "Network in network", 2013',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    outputShape(input) {
      requireImage('globalAveragePooling2d', input);
      return [input[2]];
    },
    apply: (input) =>
      tf.layers
        .globalAveragePooling2d({ dataFormat: 'channelsLast', name })
        .apply(input) as tf.SymbolicTensor,
  }),
});
