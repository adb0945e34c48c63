import * as tf from '#tensorflow';
import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Keeps positive numbers, makes negative ones zero. `y = max(0, x)` */
export const relu = defineComponent({
  kind: 'activation',
  type: 'relu',
  summary: 'Keeps positive numbers, makes negative ones zero.',
  when: 'The usual choice inside a network. Not in a last layer: where it gives 0 it learns nothing.',
  formula: 'y = max(0, x)',
  source: 'Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010',
  options: {},
  example: {},
  build: () => ({ kerasName: 'relu', apply: (input) => tf.relu(input) }),
});
