import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { integerPower } from '../../random/power.ts';
import '../optimizer.ts';

/** The learning rate falls in steps. `factor = decay^⌊epoch / every⌋` */
export const step = defineComponent({
  kind: 'schedule',
  type: 'step',
  summary: 'The learning rate falls in steps.',
  when: 'Where the loss stops falling and falls again after each cut.',
  formula: 'factor = decay^⌊epoch / every⌋',
  options: {
    decay: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      default: 0.5,
      description: 'The factor at every step.',
      reason: 'gentle; 0.1 is usual with few steps',
    }),
    every: Type.Number({
      exclusiveMinimum: 0,
      default: 10,
      description: 'Number of epochs between two changes.',
      reason: 'a few changes in a usual run',
    }),
  },
  example: { decay: 0.5, every: 10 },
  build: ({ decay, every }) => ({ factor: ({ epoch }) => integerPower(decay, Math.floor(epoch / every)) }),
});
