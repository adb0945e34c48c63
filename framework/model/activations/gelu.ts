import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Weights every number by the probability that a normal number is smaller. `y = x Φ(x) = x (1 + erf(x / √2)) / 2` */
export const gelu = defineComponent({
  kind: 'activation',
  type: 'gelu',
  summary: 'Weights every number by the probability that a normal number is smaller.',
  when: 'Inside deep networks, as a smooth relu that lets small negative numbers through.',
  formula: 'y = x Φ(x) = x (1 + erf(x / √2)) / 2',
  source: 'Hendrycks and Gimpel, "Gaussian error linear units", 2016',
  options: {},
  example: {},
  build: () => ({
    kerasName: 'gelu',
    apply: (input) => tf.mul(input, tf.mul(0.5, tf.add(1, tf.erf(tf.div(input, Math.SQRT2))))),
  }),
});
