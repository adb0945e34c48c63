import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { both, padding, pixels, requireImage, windowOutput } from './window.ts';
import '../layer.ts';

/** Keeps the largest value of every window of an image. `[batch, height, width, channels]` → `[batch, outHeight, outWidth, channels]`. */
export const maxPooling2d = defineComponent({
  kind: 'layer',
  type: 'maxPooling2d',
  summary: 'Keeps the largest value of every window of an image.',
  when: 'After convolutions, to shrink images and to tolerate small shifts.',
  formula: 'y[i, j, c] = max_u,v x[i · stride + u, j · stride + v, c]',
  source: 'Zhou and Chellappa, "Computation of optical flow using a neural network", 1988',
  options: {
    poolSize: pixels({
      default: 2,
      description: 'Height and width of the window in pixels, one number for both.',
      reason: 'halves the image',
    }),
    strides: Type.Optional(
      pixels({
        description: 'Steps of the window in pixels; without it the pool size, so windows do not overlap.',
      }),
    ),
    padding,
  },
  example: { poolSize: 2 },
  build({ poolSize, strides = poolSize, padding }, { name }) {
    const window = { size: poolSize, strides, padding, dilation: 1 };
    return {
      outputShape(input) {
        requireImage('maxPooling2d', input);
        return [...windowOutput('maxPooling2d', input, window), input[2]];
      },
      apply: (input) =>
        tf.layers
          .maxPooling2d({
            poolSize: both(poolSize),
            strides: both(strides),
            padding,
            dataFormat: 'channelsLast',
            name,
          })
          .apply(input) as tf.SymbolicTensor,
    };
  },
});
