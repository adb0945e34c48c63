import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Keeps positive numbers and scales negative ones down. `y = x for x > 0, else slope · x` */
export const leakyRelu = defineComponent({
  kind: 'activation',
  type: 'leakyRelu',
  summary: 'Keeps positive numbers and scales negative ones down.',
  when: 'Instead of relu where units die, that is give 0 for every input and learn no more.',
  formula: 'y = x for x > 0, else slope · x',
  source: 'Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013',
  options: {
    slope: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0.2,
      description: 'The factor of negative numbers.',
      reason: 'the default of tf.leakyRelu; the paper used 0.01, which differs little from relu',
    }),
  },
  example: { slope: 0.1 },
  build: ({ slope }) => ({
    kerasName: undefined,
    apply: (input) => tf.leakyRelu(input, slope),
    layers: (name) => [tf.layers.leakyReLU({ alpha: slope, name })],
  }),
});
