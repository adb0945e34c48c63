import { defineComponent } from '../../component/component.ts';
import '../layer.ts';

/** Leaves its input as it is. `y = x` */
export const linear = defineComponent({
  kind: 'activation',
  type: 'linear',
  summary: 'Leaves its input as it is.',
  when: 'As the last layer of a regression, or before a loss on logits.',
  formula: 'y = x',
  options: {},
  example: {},
  build: () => ({ kerasName: 'linear', apply: (input) => input }),
});
