import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** A smooth relu, always positive. `y = ln(1 + e^x)` */
export const softplus = defineComponent({
  kind: 'activation',
  type: 'softplus',
  summary: 'A smooth relu, always positive.',
  when: 'As the last layer where outputs cannot be negative, as an amount of rain.',
  formula: 'y = ln(1 + e^x)',
  options: {},
  example: {},
  build: () => ({ kerasName: 'softplus', apply: (input) => tf.softplus(input) }),
});
