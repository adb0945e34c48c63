import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSameShapes } from './joined-shapes.ts';
import '../layer.ts';

/** The sum of its inputs, element by element. The inputs have the same shape, which is also that of the output. */
export const add = defineComponent({
  kind: 'layer',
  type: 'add',
  summary: 'The sum of its inputs, element by element.',
  when: 'For a residual connection: inputs: [conv2d_2, input] lets a block learn what to add to what it was given.',
  formula: 'y = x₁ + x₂ + …',
  source: 'He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2016',
  options: {},
  example: { inputs: ['input', 'dense_1'] },
  build: (_options, { name }) => ({
    joins: true,
    outputShape: (...inputs) => requireSameShapes('add', inputs),
    apply: (...inputs) => tf.layers.add({ name }).apply(inputs) as tf.SymbolicTensor,
  }),
});
