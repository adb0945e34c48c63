import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { trainAtBorder } from './average-at-border.ts';
import { both, padding, pixels, requireImage, windowOutput } from './window.ts';
import '../layer.ts';

/** Keeps the mean of every window of an image. `[batch, height, width, channels]` → `[batch, outHeight, outWidth, channels]`. */
export const averagePooling2d = defineComponent({
  kind: 'layer',
  type: 'averagePooling2d',
  summary: 'Keeps the mean of every window of an image.',
  when: 'After convolutions, to shrink images smoothly; maxPooling2d keeps strong patterns better.',
  formula:
    'y[i, j, c] = mean_u,v x[i · stride + u, j · stride + v, c]; pixels beyond the border do not count',
  source: 'LeCun et al., "Gradient-based learning applied to document recognition", 1998',
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
        requireImage('averagePooling2d', input);
        return [...windowOutput('averagePooling2d', input, window), input[2]];
      },
      apply(input) {
        const layer = tf.layers.averagePooling2d({
          poolSize: both(poolSize),
          strides: both(strides),
          padding,
          dataFormat: 'channelsLast',
          name,
        });
        const trained = padding === 'same' ? trainAtBorder(layer, both(poolSize), both(strides)) : layer;
        return trained.apply(input) as tf.SymbolicTensor;
      },
    };
  },
});
