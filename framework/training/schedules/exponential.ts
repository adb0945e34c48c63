import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { power } from '../../random/power.ts';
import '../optimizer.ts';

/** The learning rate falls by the same factor per epoch, smoothly. `factor = decay^epoch` */
export const exponential = defineComponent({
  kind: 'schedule',
  type: 'exponential',
  summary: 'The learning rate falls by the same factor per epoch, smoothly.',
  when: 'Where training runs as long as it improves.',
  formula: 'factor = decay^epoch',
  options: {
    decay: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      default: 0.95,
      description: 'The factor per epoch.',
      reason: 'halves the rate in 14 epochs',
    }),
  },
  example: { decay: 0.95 },
  build: ({ decay }) => ({ factor: ({ epoch }) => power(decay, epoch) }),
});
