import { Type } from '@sinclair/typebox';
import { slot } from '../../component/slot.ts';
import type { InitializerPart } from '../layer.ts';
import { regularizerOption } from './weight-options.ts';

/** Options of a layer that convolves every channel on its own. */
export const depthwiseOptions = {
  depthMultiplier: Type.Integer({
    minimum: 1,
    default: 1,
    description: 'Number of patterns per channel that comes in.',
    reason: 'one pattern per channel is what makes these layers small',
  }),
  depthwiseInitializer: slot('initializer', {
    description: 'Where the kernel of the channels starts.',
    default: { type: 'glorotUniform' },
    reason: 'signals keep their size from layer to layer',
  }),
  depthwiseRegularizer: regularizerOption('the kernel of the channels'),
};

/**
 * Draws a depthwise kernel `[height, width, channels, multiplier]` channel by channel, because an output sees
 * only one channel: each is drawn as a kernel `[height, width, 1, multiplier]`. Keras and TensorFlow.js count all
 * channels as inputs and so start with weights that are too small.
 */
export function drawByChannel(part: InitializerPart): InitializerPart {
  return {
    ...part,
    values(shape, stream) {
      const [height, width, channels, multiplier] = shape as [number, number, number, number];
      const values = new Float32Array(height * width * channels * multiplier);
      for (let channel = 0; channel < channels; channel++) {
        const drawn = part.values([height, width, 1, multiplier], stream);
        drawn.forEach((value, index) => {
          const place = Math.floor(index / multiplier);
          values[(place * channels + channel) * multiplier + (index % multiplier)] = value;
        });
      }
      return values;
    },
  };
}
