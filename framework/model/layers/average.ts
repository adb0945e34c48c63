import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSameShapes } from './joined-shapes.ts';
import '../layer.ts';

/** The mean of its inputs, element by element. The inputs have the same shape, which is also that of the output. */
export const average = defineComponent({
  kind: 'layer',
  type: 'average',
  summary: 'The mean of its inputs, element by element.',
  when: 'To let several branches have an equal say.',
  formula: 'y = (x₁ + … + xₙ) / n',
  options: {},
  example: { inputs: ['input', 'dense_1'] },
  build: (_options, { name }) => ({
    joins: true,
    outputShape: (...inputs) => requireSameShapes('average', inputs),
    apply: (...inputs) => tf.layers.average({ name }).apply(inputs) as tf.SymbolicTensor,
  }),
});
