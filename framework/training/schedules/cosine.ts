import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { cosine as cosineOf } from '../../data/generators/sine.ts';
import '../optimizer.ts';

/** The learning rate falls along half a cosine to the end of training. `factor = final + (1 − final) · (1 + cos(π · epoch / epochs)) / 2` */
export const cosine = defineComponent({
  kind: 'schedule',
  type: 'cosine',
  summary: 'The learning rate falls along half a cosine to the end of training.',
  when: 'Where the number of epochs is fixed: long large steps, then a soft landing.',
  formula: 'factor = final + (1 − final) · (1 + cos(π · epoch / epochs)) / 2',
  source: 'Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016',
  options: {
    final: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description: 'The factor at the end.',
      reason: 'the last steps only polish',
    }),
  },
  example: {},
  build: ({ final }) => ({
    factor: ({ epoch, epochs }) =>
      final + ((1 - final) * (1 + cosineOf(Math.PI * Math.min(1, epoch / epochs)))) / 2,
  }),
});
