import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { filled } from './variance-scaling.ts';
import '../layer.ts';

/** Every weight starts at the same value. */
export const constant = defineComponent({
  kind: 'initializer',
  type: 'constant',
  summary: 'Every weight starts at the same value.',
  when: 'For biases, e.g. the mean of the target in the last layer. Not for kernels: equal units stay equal.',
  formula: 'w = value',
  options: { value: Type.Number({ description: 'The value.' }) },
  example: { value: 0.1 },
  build: ({ value }) => ({
    kerasName: 'Constant',
    kerasConfig: { value },
    values: (shape) => filled(shape, () => value),
  }),
});
