import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { sizeOf } from './reshape.ts';
import '../layer.ts';

/** Puts all numbers of an example into one row, last axis fastest: `[batch, …]` → `[batch, product of …]`. */
export const flatten = defineComponent({
  kind: 'layer',
  type: 'flatten',
  summary: 'Puts all numbers of an example into one row.',
  when: 'Between images and a dense layer. The number of weights then depends on the image size.',
  formula: '[batch, height, width, channels] → [batch, height · width · channels]',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    outputShape: (input) => [sizeOf(input)],
    apply(input) {
      // The flatten layer of TensorFlow.js refuses what is flat already.
      const layer =
        input.shape.length > 2
          ? tf.layers.flatten({ name })
          : tf.layers.reshape({ targetShape: input.shape.slice(1), name });
      return layer.apply(input) as tf.SymbolicTensor;
    },
  }),
});
