import { defineComponent } from '../../component/component.ts';
import { filled } from './variance-scaling.ts';
import '../layer.ts';

/** Every weight starts at 0. */
export const zeros = defineComponent({
  kind: 'initializer',
  type: 'zeros',
  summary: 'Every weight starts at 0.',
  when: 'The default of biases. Never for kernels: equal units stay equal.',
  formula: 'w = 0',
  options: {},
  example: {},
  build: () => ({ kerasName: 'Zeros', kerasConfig: {}, values: (shape) => filled(shape, () => 0) }),
});
