import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { gateOptions, recurrentOptions, recurrentPart } from './recurrent.ts';
import '../layer.ts';

/**
 * A recurrent layer with a memory that gates write to, keep and read.
 * `[batch, steps, features]` → `[batch, units]`, or with `returnSequences` `[batch, steps, units]`. The state starts
 * at zero for every row. There is no dropout inside: TensorFlow.js cannot seed it; put a dropout layer before it.
 * Weights hold the parts i, f, g, o one after the other: kernel `[features, 4 · units]`, recurrent kernel
 * `[units, 4 · units]`, bias `[4 · units]`.
 */
export const lstm = defineComponent({
  kind: 'layer',
  type: 'lstm',
  summary: 'A recurrent layer with a memory that gates write to, keep and read.',
  when: 'For sequences where something early matters late.',
  formula:
    'i, f, o = gate(x W + h U + b) of each, g = activation(x W_g + h U_g + b_g), c_t = f · c_(t−1) + i · g, h_t = o · activation(c_t)',
  source:
    'Hochreiter and Schmidhuber, "Long short-term memory", 1997; Gers, Schmidhuber and Cummins, "Learning to forget", 2000',
  options: {
    units: Type.Integer({ minimum: 1, description: 'Number of values in the state, which are the outputs.' }),
    ...recurrentOptions,
    ...gateOptions,
    unitForgetBias: Type.Boolean({
      default: true,
      description: 'Whether the bias of the forget gate starts at 1 instead of by biasInitializer.',
      reason: 'the memory keeps what it has until it learns to forget (Jozefowicz et al., 2015)',
    }),
  },
  example: { units: 8 },
  build: (options, context) =>
    recurrentPart('lstm', options, context, (given) =>
      tf.layers.lstm({ ...given, unitForgetBias: options.unitForgetBias }),
    ),
});
