import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { trainAtBorder } from './average-at-border.ts';
import { padding, places, requireSequence, sequenceOutput } from './window.ts';
import '../layer.ts';

/** Keeps the mean of every window of a sequence. `[batch, steps, channels]` → `[batch, outSteps, channels]`. */
export const averagePooling1d = defineComponent({
  kind: 'layer',
  type: 'averagePooling1d',
  summary: 'Keeps the mean of every window of a sequence.',
  when: 'To shorten sequences smoothly; maxPooling1d keeps strong patterns better.',
  formula: 'y[i, c] = mean_u x[i · stride + u, c]; steps beyond the border do not count',
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
        requireSequence('averagePooling1d', input);
        return [sequenceOutput('averagePooling1d', input[0], window), input[1]];
      },
      apply(input) {
        const layer = tf.layers.averagePooling1d({ poolSize, strides, padding, name });
        const trained = padding === 'same' ? trainAtBorder(layer, [poolSize, 1], [strides, 1]) : layer;
        return trained.apply(input) as tf.SymbolicTensor;
      },
    };
  },
});
