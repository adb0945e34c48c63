import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import {
  activationOptions,
  activityOptions,
  biasOptions,
  kernelOptions,
  weightParts,
} from './weight-options.ts';
import '../layer.ts';

/**
 * A fully connected layer: every output sees every input. `y = activation(x W + b)`, with x `[batch, inputs]`,
 * W `[inputs, units]`, b `[units]`, y `[batch, units]`.
 */
export const dense = defineComponent({
  kind: 'layer',
  type: 'dense',
  summary: 'A fully connected layer: every output sees every input.',
  when: 'For tables, and as the head of every network. For images put flatten or a global pooling before it.',
  formula: 'y = activation(x W + b), x [batch, inputs], W [inputs, units], b [units]',
  source: 'Rosenblatt, "The perceptron", 1958',
  options: {
    units: Type.Integer({ minimum: 1, description: 'Number of outputs.' }),
    ...activationOptions,
    ...kernelOptions,
    ...biasOptions,
    ...activityOptions,
  },
  example: { units: 16, activation: { type: 'relu' } },
  build({ units, ...options }, context) {
    const parts = weightParts(options, context, ['kernel']);
    return {
      ...parts.penalties,
      outputShape(input) {
        if (input.length !== 1) {
          throw new ComponentProblem(
            `dense needs a row of numbers, but gets an input of shape [${input.join(', ')}]`,
            {
              fix: 'Put a flatten layer, or for images a globalAveragePooling2d layer, before it.',
            },
          );
        }
        return [units];
      },
      apply: (input) =>
        parts.activate(tf.layers.dense({ units, ...parts.arguments() }).apply(input) as tf.SymbolicTensor),
    };
  },
});
