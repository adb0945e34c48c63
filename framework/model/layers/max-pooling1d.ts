import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { padding, places, requireSequence, sequenceOutput } from './window.ts';
import '../layer.ts';

/** Keeps the largest value of every window of a sequence. `[batch, steps, channels]` → `[batch, outSteps, channels]`. */
export const maxPooling1d = defineComponent({
  kind: 'layer',
  type: 'maxPooling1d',
  summary: 'Keeps the largest value of every window of a sequence.',
  when: 'After convolutions, to shorten sequences and to tolerate small shifts in time.',
  formula: 'y[i, c] = max_u x[i · stride + u, c]',
  options: {
    poolSize: places({
      default: 2,
      description: 'Length of the window in steps.',
      reason: 'halves the sequence',
    }),
    strides: Type.Optional(
      places({
        description: 'Steps by which the window moves; without it the pool size, so windows do not overlap.',
      }),
    ),
    padding,
  },
  example: { poolSize: 2 },
  build({ poolSize, strides = poolSize, padding }, { name }) {
    const window = { size: poolSize, strides, padding, dilation: 1 };
    return {
      outputShape(input) {
        requireSequence('maxPooling1d', input);
        return [sequenceOutput('maxPooling1d', input[0], window), input[1]];
      },
      apply: (input) =>
        tf.layers.maxPooling1d({ poolSize, strides, padding, name }).apply(input) as tf.SymbolicTensor,
    };
  },
});
