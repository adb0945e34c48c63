import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Squeezes every number into (−1, 1). `y = (e^x − e^−x) / (e^x + e^−x)` */
export const tanh = defineComponent({
  kind: 'activation',
  type: 'tanh',
  summary: 'Squeezes every number into (−1, 1).',
  when: 'Inside small networks, and where outputs are centered on zero.',
  formula: 'y = (e^x − e^−x) / (e^x + e^−x)',
  options: {},
  example: {},
  build: () => ({ kerasName: 'tanh', apply: (input) => tf.tanh(input) }),
});
