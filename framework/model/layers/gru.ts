import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { gateOptions, recurrentOptions, recurrentPart } from './recurrent.ts';
import '../layer.ts';

/**
 * A recurrent layer whose gates decide how much of its state each step renews.
 * `[batch, steps, features]` → `[batch, units]`, or with `returnSequences` `[batch, steps, units]`. The state starts
 * at zero for every row. There is no dropout inside: TensorFlow.js cannot seed it; put a dropout layer before it.
 * Weights hold the parts z, r, n one after the other: kernel `[features, 3 · units]`, recurrent kernel
 * `[units, 3 · units]`, bias `[3 · units]`. The gate r acts before the recurrent kernel, as in the paper; PyTorch and
 * Keras 3 let it act after (`reset_after`), which TensorFlow.js does not have.
 */
export const gru = defineComponent({
  kind: 'layer',
  type: 'gru',
  summary: 'A recurrent layer whose gates decide how much of its state each step renews.',
  when: 'For sequences, with fewer weights than lstm and often as good.',
  formula:
    'z = gate(x W_z + h U_z + b_z), r = gate(x W_r + h U_r + b_r), n = activation(x W_n + (r · h) U_n + b_n), h_t = z · h_(t−1) + (1 − z) · n',
  source:
    'Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine translation", 2014',
  options: {
    units: Type.Integer({ minimum: 1, description: 'Number of values in the state, which are the outputs.' }),
    ...recurrentOptions,
    ...gateOptions,
  },
  example: { units: 8 },
  build: (options, context) => recurrentPart('gru', options, context, (given) => tf.layers.gru(given)),
});
