import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Squeezes every number into (0, 1). `y = 1 / (1 + e^−x)` */
export const sigmoid = defineComponent({
  kind: 'activation',
  type: 'sigmoid',
  summary: 'Squeezes every number into (0, 1).',
  when: 'As the last layer with one unit, for the probability of the second of two classes. Inside deep networks its gradient vanishes; prefer relu.',
  formula: 'y = 1 / (1 + e^−x)',
  options: {},
  example: {},
  build: () => ({ kerasName: 'sigmoid', apply: (input) => tf.sigmoid(input) }),
});
