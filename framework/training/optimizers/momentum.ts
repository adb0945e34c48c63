import { Type } from '@sinclair/typebox';
import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/**
 * Gradient descent with a velocity that remembers earlier gradients. `v ← momentum · v + g`,
 * `w ← w − learningRate · v`, with Nesterov's look ahead `w ← w − learningRate · (g + momentum · v)`.
 */
export const momentum = defineComponent({
  kind: 'optimizer',
  type: 'momentum',
  summary: 'Gradient descent with a velocity that remembers earlier gradients.',
  when: 'Where sgd zigzags through a narrow valley; the usual choice for large image models.',
  formula:
    'v ← momentum · v + g; w ← w − learningRate · v, or with nesterov w ← w − learningRate · (g + momentum · v)',
  source:
    'Polyak 1964; Nesterov 1983; Sutskever et al., "On the importance of initialization and momentum", 2013',
  options: {
    momentum: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.9,
      description: 'How much of the velocity stays.',
      reason: 'about the last ten gradients count',
    }),
    nesterov: Type.Boolean({
      default: false,
      description: 'Whether the gradient is taken as if the velocity had been followed already.',
      reason: 'the plain rule is the better known one',
    }),
    ...commonOptions(0.01, 'as for sgd; with momentum 0.9 steps become up to ten times as long'),
  },
  example: { learningRate: 0.01, nesterov: true },
  build: (options, context) => ({
    ...commonParts(options, context),
    slots: { velocity: 0 },
    update({ variable, gradient, slots, learningRate }) {
      const velocity = tf.add(tf.mul(slots.velocity!, options.momentum), gradient);
      const direction = options.nesterov ? tf.add(gradient, tf.mul(velocity, options.momentum)) : velocity;
      return { variable: tf.sub(variable, tf.mul(direction, learningRate)), slots: { velocity } };
    },
    updateInPlace(kernels, { variable, gradient, slots, size, learningRate }) {
      const nesterov = Number(options.nesterov);
      kernels.momentum(variable, gradient, slots.velocity!, size, learningRate, options.momentum, nesterov);
    },
  }),
});
