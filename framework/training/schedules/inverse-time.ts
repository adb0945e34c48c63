import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import '../optimizer.ts';

/** The learning rate falls as one over the number of epochs. `factor = 1 / (1 + decay · epoch)` */
export const inverseTime = defineComponent({
  kind: 'schedule',
  type: 'inverseTime',
  summary: 'The learning rate falls as one over the number of epochs.',
  when: 'For sgd on convex problems, where it provably arrives.',
  formula: 'factor = 1 / (1 + decay · epoch)',
  source: 'Robbins and Monro, "A stochastic approximation method", 1951',
  options: {
    decay: Type.Number({
      minimum: 0,
      default: 0.1,
      description: 'How fast it falls, per epoch.',
      reason: 'halves the rate in 10 epochs',
    }),
  },
  example: { decay: 0.1 },
  build: ({ decay }) => ({ factor: ({ epoch }) => 1 / (1 + decay * epoch) }),
});
