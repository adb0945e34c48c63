import { defineComponent } from '../../component/component.ts';
import { filled } from './variance-scaling.ts';
import '../layer.ts';

/** Every weight starts at 1. */
export const ones = defineComponent({
  kind: 'initializer',
  type: 'ones',
  summary: 'Every weight starts at 1.',
  when: 'For factors, as in normalization.',
  formula: 'w = 1',
  options: {},
  example: {},
  build: () => ({ kerasName: 'Ones', kerasConfig: {}, values: (shape) => filled(shape, () => 1) }),
});
