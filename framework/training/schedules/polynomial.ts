import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { power as powerOf } from '../../random/power.ts';
import '../optimizer.ts';

/** The learning rate falls along a polynomial to the end of training, with power 1 along a line. `factor = final + (1 − final) · (1 − epoch / epochs)^power` */
export const polynomial = defineComponent({
  kind: 'schedule',
  type: 'polynomial',
  summary: 'The learning rate falls along a polynomial to the end of training; with power 1 along a line.',
  when: 'Where the number of epochs is fixed, as cosine; along a line it is the usual choice after a warm-up.',
  formula: 'factor = final + (1 − final) · (1 − epoch / epochs)^power',
  source: 'as PolynomialDecay in Keras',
  options: {
    power: Type.Number({
      exclusiveMinimum: 0,
      default: 1,
      description: 'Above 1 it falls fast first, below 1 late.',
      reason: 'a line is the simplest',
    }),
    final: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description: 'The factor at the end.',
      reason: 'the last steps only polish',
    }),
  },
  example: { power: 2 },
  build: ({ power, final }) => ({
    factor: ({ epoch, epochs }) => final + (1 - final) * powerOf(1 - Math.min(1, epoch / epochs), power),
  }),
});
