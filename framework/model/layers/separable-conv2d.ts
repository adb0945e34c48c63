import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { slot } from '../../component/slot.ts';
import { defineComponent } from '../../component/component.ts';
import { depthwiseOptions, drawByChannel } from './depthwise-kernel.ts';
import { activationOptions, activityOptions, biasOptions, regularizerOption, weightParts } from './weight-options.ts'; // prettier-ignore
import { both, padding, pixels, requireImage, windowOutput } from './window.ts';
import '../layer.ts';

/**
 * A convolution over images in two steps: within every channel, then across channels. x
 * `[batch, height, width, channels]`, depthwise kernel `[kernelHeight, kernelWidth, channels, depthMultiplier]`,
 * pointwise kernel `[1, 1, channels · depthMultiplier, filters]`, y `[batch, outHeight, outWidth, filters]`.
 */
export const separableConv2d = defineComponent({
  kind: 'layer',
  type: 'separableConv2d',
  summary: 'A convolution over images in two steps: within every channel, then across channels.',
  when: 'Instead of conv2d where weights and time matter more than the last bit of accuracy.',
  formula:
    'y[i, j, f] = activation(b[f] + Σ_k pointwise[k, f] · z[i, j, k]), z[i, j, c · depthMultiplier + m] = Σ_u,v depthwise[u, v, c, m] · x[i · stride + u, j · stride + v, c]',
  source: 'Chollet, "Xception: deep learning with depthwise separable convolutions", 2017',
  options: {
    filters: Type.Integer({ minimum: 1, description: 'Number of patterns, the channels that come out.' }),
    kernelSize: pixels({
      default: 3,
      description: 'Height and width of the window in pixels, one number for both.',
      reason: 'the smallest window with a center',
    }),
    strides: Type.Integer({
      minimum: 1,
      default: 1,
      description: 'Steps of the window in pixels, down and across.',
      reason: 'every place is looked at',
    }),
    padding,
    ...activationOptions,
    ...depthwiseOptions,
    pointwiseInitializer: slot('initializer', {
      description: 'Where the kernel across channels starts.',
      default: { type: 'glorotUniform' },
      reason: 'signals keep their size from layer to layer',
    }),
    pointwiseRegularizer: regularizerOption('the kernel across channels'),
    ...biasOptions,
    ...activityOptions,
  },
  example: { filters: 8, kernelSize: 3, activation: { type: 'relu' } },
  build({ filters, kernelSize, strides, padding, depthMultiplier, ...options }, context) {
    const parts = weightParts(options, context, ['depthwise', 'pointwise'], { depthwise: drawByChannel });
    const window = { size: kernelSize, strides, padding, dilation: 1 };
    return {
      ...parts.penalties,
      outputShape(input) {
        requireImage('separableConv2d', input);
        return [...windowOutput('separableConv2d', input, window), filters];
      },
      apply(input) {
        const { pointwiseInitializer, ...rest } = parts.arguments();
        const layer = tf.layers.separableConv2d({
          filters,
          kernelSize: both(kernelSize),
          strides,
          padding,
          depthMultiplier,
          dataFormat: 'channelsLast',
          ...rest,
        });
        // TensorFlow.js takes the depthwise initializer for both.
        Object.assign(layer, { pointwiseInitializer });
        // Nor does it save how many patterns a channel has.
        const describe = layer.getConfig.bind(layer);
        layer.getConfig = () => ({ ...describe(), depthMultiplier });
        return parts.activate(layer.apply(input) as tf.SymbolicTensor);
      },
    };
  },
});
