import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import { absolute } from '../absolute.ts';
import { reduction } from './loss-options.ts';
import type { LossPart } from '../loss.ts';

/** The logarithm of the hyperbolic cosine of the differences. `ln cosh e, with e = prediction − target`, the mean over the outputs of a sample. */
export const logCosh = defineComponent({
  kind: 'loss',
  type: 'logCosh',
  summary: 'The logarithm of the hyperbolic cosine of the differences.',
  when: 'As huber: half a square for small differences, nearly the absolute value for large ones, but smooth everywhere.',
  formula: 'ln cosh e, with e = prediction − target, the mean over the outputs of a sample',
  source: 'Green, "Bayesian reconstructions from emission tomography data", 1990',
  options: { reduction },
  example: {},
  build: ({ reduction }): LossPart => ({
    task: 'regression',
    head: 'numbers',
    targetEncoding: 'numbers',
    reduction,
    perSample: (targets, outputs) => {
      const size = absolute(tf.sub(outputs, targets));
      // ln cosh e = |e| + ln(1 + e^(−2|e|)) − ln 2, in which nothing overflows.
      return tf.mean(tf.sub(tf.add(size, tf.softplus(tf.mul(size, -2))), Math.LN2), -1);
    },
    predictions: (outputs) => outputs,
  }),
});
