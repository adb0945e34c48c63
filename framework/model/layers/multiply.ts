import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { requireSameShapes } from './joined-shapes.ts';
import '../layer.ts';

/** The product of its inputs, element by element. The inputs have the same shape, which is also that of the output. */
export const multiply = defineComponent({
  kind: 'layer',
  type: 'multiply',
  summary: 'The product of its inputs, element by element.',
  when: 'For a gate: one branch with sigmoid decides how much of another goes through.',
  formula: 'y = x₁ · x₂ · …',
  options: {},
  example: { inputs: ['input', 'dense_1'] },
  build: (_options, { name }) => ({
    joins: true,
    outputShape: (...inputs) => requireSameShapes('multiply', inputs),
    apply: (...inputs) => tf.layers.multiply({ name }).apply(inputs) as tf.SymbolicTensor,
  }),
});
