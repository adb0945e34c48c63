import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Keeps positive numbers; negative ones saturate smoothly at −1. `y = x for x > 0, else e^x − 1` */
export const elu = defineComponent({
  kind: 'activation',
  type: 'elu',
  summary: 'Keeps positive numbers; negative ones saturate smoothly at −1.',
  when: 'Instead of relu where outputs centered on zero help and the cost of an exponential does not matter.',
  formula: 'y = x for x > 0, else e^x − 1',
  source: 'Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by ELUs", 2015',
  options: {},
  example: {},
  build: () => ({ kerasName: 'elu', apply: (input) => tf.elu(input) }),
});
