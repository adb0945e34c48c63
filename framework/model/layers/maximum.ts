import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSameShapes } from './joined-shapes.ts';
import '../layer.ts';

/** The largest of its inputs, element by element. The inputs have the same shape, which is also that of the output. */
export const maximum = defineComponent({
  kind: 'layer',
  type: 'maximum',
  summary: 'The largest of its inputs, element by element.',
  when: 'Where one branch is enough to notice something.',
  formula: 'y = max(x₁, x₂, …)',
  source: 'Goodfellow et al., "Maxout networks", 2013',
  options: {},
  example: { inputs: ['input', 'dense_1'] },
  build: (_options, { name }) => ({
    joins: true,
    outputShape: (...inputs) => requireSameShapes('maximum', inputs),
    apply: (...inputs) => tf.layers.maximum({ name }).apply(inputs) as tf.SymbolicTensor,
  }),
});
