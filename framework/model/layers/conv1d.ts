import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { trainWithDilation } from './dilated-kernel.ts';
import { activationOptions, activityOptions, biasOptions, kernelOptions, weightParts } from './weight-options.ts'; // prettier-ignore
import { padding, places, requireSequence, sequenceOutput } from './window.ts';
import '../layer.ts';

/**
 * A convolution over sequences: the same small window of weights at every step (a cross-correlation, the kernel
 * is not flipped). x `[batch, steps, channels]`, kernel `[kernelSize, channels, filters]`, y
 * `[batch, outSteps, filters]`.
 */
export const conv1d = defineComponent({
  kind: 'layer',
  type: 'conv1d',
  summary: 'A convolution over sequences: the same small window of weights at every step.',
  when: 'For windows of a time series and other sequences, where a pattern means the same whenever it comes.',
  formula: 'y[i, f] = activation(b[f] + Σ_u,c kernel[u, c, f] · x[i · stride + u · dilation, c])',
  source: 'Waibel et al., "Phoneme recognition using time-delay neural networks", 1989',
  options: {
    filters: Type.Integer({ minimum: 1, description: 'Number of patterns, the channels that come out.' }),
    kernelSize: places({
      default: 3,
      description: 'Length of the window in steps.',
      reason: 'the smallest window with a center; stacked ones see as much as a long one with fewer weights',
    }),
    strides: places({
      default: 1,
      description: 'Steps by which the window moves.',
      reason: 'every place is looked at',
    }),
    padding,
    dilation: places({
      default: 1,
      description:
        'Distance of neighboring steps of the window; above 1 it sees further with gaps, and trains as slowly as a window without gaps of that reach.',
      reason: 'no gaps',
    }),
    ...activationOptions,
    ...kernelOptions,
    ...biasOptions,
    ...activityOptions,
  },
  example: { filters: 8, kernelSize: 3, activation: { type: 'relu' } },
  build({ filters, kernelSize, strides, padding, dilation, ...options }, context) {
    if (strides > 1 && dilation > 1) {
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
        requireSequence('conv1d', input);
        return [sequenceOutput('conv1d', input[0], window), filters];
      },
      apply(input) {
        const layer = tf.layers.conv1d({
          filters,
          kernelSize,
          strides,
          padding,
          dilationRate: dilation,
          dataFormat: 'channelsLast',
          ...parts.arguments(),
        });
        const trained = trainWithDilation(layer, [dilation], (values, kernel) =>
          tf.conv1d(values as tf.Tensor3D, kernel as tf.Tensor3D, strides, padding),
        );
        return parts.activate(trained.apply(input) as tf.SymbolicTensor);
      },
    };
  },
});
