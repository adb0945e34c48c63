import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** The smallest positive number of full precision becomes 2 by it, so that a cap at 1 makes every one exactly 1. */
const LIFT = 2 ** 127;

/**
 * One for positive numbers, else zero. `y = 1 for x > 0, else 0`. Its gradient is 0 everywhere, so nothing before
 * it learns. TensorFlow.js has no such layer; a saved model says it as a rescaling by 2¹²⁷ and a relu capped at 1,
 * which is the same for every number but those below 2⁻¹²⁶ in size.
 */
export const step = defineComponent({
  kind: 'activation',
  type: 'step',
  summary: 'One for positive numbers, else zero.',
  when: 'To show a perceptron with given weights. Its gradient is 0 everywhere, so nothing before it learns: for training take sigmoid.',
  formula: 'y = 1 for x > 0, else 0',
  source: 'McCulloch and Pitts, "A logical calculus of the ideas immanent in nervous activity", 1943',
  options: {},
  example: {},
  build: () => ({
    kerasName: undefined,
    apply: (input) => tf.step(input),
    layers: (name) => [
      tf.layers.rescaling({ scale: LIFT, offset: 0, name: `${name}_lift` }),
      tf.layers.reLU({ maxValue: 1, name }),
    ],
  }),
});
