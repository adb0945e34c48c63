import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { trainWithDilation } from './dilated-kernel.ts';
import {
  activationOptions,
  activityOptions,
  biasOptions,
  kernelOptions,
  weightParts,
} from './weight-options.ts';
import { both, padding, pixels, requireImage, windowOutput } from './window.ts';
import '../layer.ts';

/**
 * A convolution over images: the same small window of weights at every place (a cross-correlation, the kernel
 * is not flipped). x `[batch, height, width, channels]`, kernel `[kernelHeight, kernelWidth, channels, filters]`,
 * y `[batch, outHeight, outWidth, filters]`.
 */
export const conv2d = defineComponent({
  kind: 'layer',
  type: 'conv2d',
  summary: 'A convolution over images: the same small window of weights at every place.',
  when: 'For images and other grids, where a pattern means the same wherever it lies.',
  formula:
    'y[i, j, f] = activation(b[f] + Σ_u,v,c kernel[u, v, c, f] · x[i · stride + u · dilation, j · stride + v · dilation, c])',
  source: 'LeCun et al., "Backpropagation applied to handwritten zip code recognition", 1989',
  options: {
    filters: Type.Integer({ minimum: 1, description: 'Number of patterns, the channels that come out.' }),
    kernelSize: pixels({
      default: 3,
      description: 'Height and width of the window in pixels, one number for both.',
      reason: 'the smallest window with a center; stacked ones see as much as a large one with fewer weights',
    }),
    strides: pixels({
      default: 1,
      description: 'Steps of the window in pixels, down and across.',
      reason: 'every place is looked at',
    }),
    padding,
    dilation: pixels({
      default: 1,
      description:
        'Distance of neighboring pixels of the window; above 1 it sees further with gaps, and trains as slowly as a window without gaps of that reach.',
      reason: 'no gaps',
    }),
    ...activationOptions,
    ...kernelOptions,
    ...biasOptions,
    ...activityOptions,
  },
  example: { filters: 8, kernelSize: 3, activation: { type: 'relu' } },
  build({ filters, kernelSize, strides, padding, dilation, ...options }, context) {
    if (Math.max(...both(strides)) > 1 && Math.max(...both(dilation)) > 1) {
      throw new ComponentProblem('strides and dilation cannot both be larger than 1', {
        option: 'dilation',
        fix: 'Set one of them to 1.',
      });
    }
    const parts = weightParts(options, context, ['kernel']);
    const window = { size: kernelSize, strides, padding, dilation };
    return {
      ...parts.penalties,
      outputShape(input) {
        requireImage('conv2d', input);
        return [...windowOutput('conv2d', input, window), filters];
      },
      apply(input) {
        const layer = tf.layers.conv2d({
          filters,
          kernelSize: both(kernelSize),
          strides: both(strides),
          padding,
          dilationRate: both(dilation),
          dataFormat: 'channelsLast',
          ...parts.arguments(),
        });
        const trained = trainWithDilation(layer, both(dilation), (values, kernel) =>
          tf.conv2d(values as tf.Tensor4D, kernel as tf.Tensor4D, both(strides), padding),
        );
        return parts.activate(trained.apply(input) as tf.SymbolicTensor);
      },
    };
  },
});
