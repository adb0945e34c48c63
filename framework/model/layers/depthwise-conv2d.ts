import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { depthwiseOptions, drawByChannel } from './depthwise-kernel.ts';
import { activationOptions, activityOptions, biasOptions, weightParts } from './weight-options.ts';
import { both, padding, pixels, requireImage, windowOutput } from './window.ts';
import '../layer.ts';

/**
 * A convolution over images that looks at every channel on its own. x `[batch, height, width, channels]`, kernel
 * `[kernelHeight, kernelWidth, channels, depthMultiplier]`, y `[batch, outHeight, outWidth, channels · depthMultiplier]`.
 */
export const depthwiseConv2d = defineComponent({
  kind: 'layer',
  type: 'depthwiseConv2d',
  summary: 'A convolution over images that looks at every channel on its own.',
  when: 'To find patterns within channels with few weights; a conv2d with kernelSize 1 after it mixes them. separableConv2d is both at once.',
  formula:
    'y[i, j, c · depthMultiplier + m] = activation(b[c · depthMultiplier + m] + Σ_u,v kernel[u, v, c, m] · x[i · stride + u, j · stride + v, c])',
  source: 'Sifre and Mallat, "Rigid-motion scattering for texture classification", 2014',
  options: {
    kernelSize: pixels({
      default: 3,
      description: 'Height and width of the window in pixels, one number for both.',
      reason: 'the smallest window with a center',
    }),
    strides: pixels({
      default: 1,
      description: 'Steps of the window in pixels, down and across.',
      reason: 'every place is looked at',
    }),
    padding,
    ...activationOptions,
    ...depthwiseOptions,
    ...biasOptions,
    ...activityOptions,
  },
  example: { kernelSize: 3, activation: { type: 'relu' } },
  build({ kernelSize, strides, padding, depthMultiplier, ...options }, context) {
    const parts = weightParts(options, context, ['depthwise'], { depthwise: drawByChannel });
    const window = { size: kernelSize, strides, padding, dilation: 1 };
    return {
      ...parts.penalties,
      outputShape(input) {
        requireImage('depthwiseConv2d', input);
        return [...windowOutput('depthwiseConv2d', input, window), input[2] * depthMultiplier];
      },
      apply(input) {
        // TensorFlow.js would save the regularizer once more as a constraint, and then refuse the model.
        const { depthwiseRegularizer: _, ...rest } = parts.arguments();
        const layer = tf.layers.depthwiseConv2d({
          kernelSize: both(kernelSize),
          strides: both(strides),
          padding,
          depthMultiplier,
          dataFormat: 'channelsLast',
          ...rest,
        });
        return parts.activate(layer.apply(input) as tf.SymbolicTensor);
      },
    };
  },
});
