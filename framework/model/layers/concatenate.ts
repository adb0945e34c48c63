import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { concatenatedShape } from './joined-shapes.ts';
import '../layer.ts';

/** Puts its inputs one behind the other along the last axis: `[batch, …, a]`, `[batch, …, b]` → `[batch, …, a + b]`. */
export const concatenate = defineComponent({
  kind: 'layer',
  type: 'concatenate',
  summary: 'Puts its inputs one behind the other along the last axis.',
  when: 'To let later layers see several branches at once, e.g. the input beside what layers made of it.',
  formula: 'y = [x₁, x₂, …]: of images and sequences the channels, of rows the features',
  source: 'Huang et al., "Densely connected convolutional networks", 2017',
  options: {},
  example: { inputs: ['input', 'dense_1'] },
  build: (_options, { name }) => ({
    joins: true,
    outputShape: (...inputs) => concatenatedShape('concatenate', inputs),
    apply: (...inputs) => tf.layers.concatenate({ axis: -1, name }).apply(inputs) as tf.SymbolicTensor,
  }),
});
