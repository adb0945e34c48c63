import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { recurrentOptions, recurrentPart } from './recurrent.ts';
import '../layer.ts';

/**
 * A state that goes through a sequence step by step, mixed with each input (Elman).
 * `[batch, steps, features]` → `[batch, units]`, or with `returnSequences` `[batch, steps, units]`. The state starts
 * at zero for every row. There is no dropout inside: TensorFlow.js cannot seed it; put a dropout layer before it.
 * Weights: kernel W `[features, units]`, recurrent kernel U `[units, units]`, bias `[units]`.
 */
export const simpleRnn = defineComponent({
  kind: 'layer',
  type: 'simpleRnn',
  summary: 'A state that goes through a sequence step by step, mixed with each input.',
  when: 'To show what a recurrent network is; for anything longer than some ten steps take gru or lstm, whose gradients do not vanish.',
  formula: 'h_t = activation(x_t W + h_(t−1) U + b), with h_0 = 0',
  source: 'Elman, "Finding structure in time", 1990',
  options: {
    units: Type.Integer({ minimum: 1, description: 'Number of values in the state, which are the outputs.' }),
    ...recurrentOptions,
  },
  example: { units: 8 },
  build: (options, context) =>
    recurrentPart('simpleRnn', options, context, (given) => tf.layers.simpleRNN(given)),
});
