import { Type } from '@sinclair/typebox';
import { slot } from '../../component/slot.ts';
import { defineComponent } from '../../component/component.ts';
import '../optimizer.ts';

/** The learning rate rises from zero, then follows another schedule. `factor = min(1, epoch / length) · factor of then` */
export const warmUp = defineComponent({
  kind: 'schedule',
  type: 'warmUp',
  summary: 'The learning rate rises from zero, then follows another schedule.',
  when: 'With large batches or deep networks, whose first steps go astray.',
  formula: 'factor = min(1, epoch / length) · factor of then',
  source: 'Goyal et al., "Accurate, large minibatch SGD", 2017',
  options: {
    length: Type.Number({
      exclusiveMinimum: 0,
      default: 1,
      description: 'Number of epochs until the full rate.',
      reason: 'short beside a usual run',
    }),
    then: slot('schedule', {
      description: 'The schedule that it multiplies.',
      default: { type: 'constant' },
      reason: 'the simplest',
    }),
  },
  example: { length: 2 },
  build: (options, context) => {
    const then = context.registry.build('schedule', options.then, context);
    return {
      factor(progress) {
        return Math.min(1, progress.epoch / options.length) * then.factor(progress);
      },
    };
  },
});
