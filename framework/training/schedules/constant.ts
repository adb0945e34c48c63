import { defineComponent } from '../../component/component.ts';
import '../optimizer.ts';

/** The learning rate stays. `factor = 1` */
export const constant = defineComponent({
  kind: 'schedule',
  type: 'constant',
  summary: 'The learning rate stays.',
  when: 'First.',
  formula: 'factor = 1',
  options: {},
  example: {},
  build: () => ({ factor: () => 1 }),
});
