import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { commonOptions, commonParts } from './common-options.ts';
import '../optimizer.ts';

/** Stochastic gradient descent: a step against the gradient. `w ← w − learningRate · g` */
export const sgd = defineComponent({
  kind: 'optimizer',
  type: 'sgd',
  summary: 'Stochastic gradient descent: a step against the gradient.',
  when: 'To see what the others improve, and for convex problems. With batchSize as large as the data it is gradient descent.',
  formula: 'w ← w − learningRate · g',
  source: 'Cauchy 1847 (gradient descent); Robbins and Monro 1951 (stochastic)',
  options: commonOptions(0.01, 'the default of Keras; what is too large diverges'),
  example: { learningRate: 0.1 },
  build: (options, context) => ({
    ...commonParts(options, context),
    slots: {},
    update: ({ variable, gradient, learningRate }) => ({
      variable: tf.sub(variable, tf.mul(gradient, learningRate)),
      slots: {},
    }),
    updateInPlace: (kernels, { variable, gradient, size, learningRate }) => {
      kernels.sgd(variable, gradient, size, learningRate);
    },
  }),
});
