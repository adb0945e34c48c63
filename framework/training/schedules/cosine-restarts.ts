import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { cosine } from '../../data/generators/sine.ts';
import { integerPower } from '../../random/power.ts';
import '../optimizer.ts';

/**
 * The learning rate falls along half a cosine again and again, in periods that grow.
 * `factor = peak · (final + (1 − final) · (1 + cos(π · share)) / 2)`, with `share` of the present period done.
 */
export const cosineRestarts = defineComponent({
  kind: 'schedule',
  type: 'cosineRestarts',
  summary: 'The learning rate falls along half a cosine again and again, in periods that grow.',
  when: 'Where the number of epochs is open: the end of every period is a good moment to stop.',
  formula:
    'factor = peakDecay^i · (final + (1 − final) · (1 + cos(π · share)) / 2), with share of period i done, which lasts period · growth^i epochs',
  source: 'Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016',
  options: {
    period: Type.Number({
      exclusiveMinimum: 0,
      default: 10,
      description: 'Length of the first period, in epochs.',
      reason: 'the shortest of the paper',
    }),
    growth: Type.Number({
      minimum: 1,
      default: 2,
      description: 'How much longer every period is than the one before.',
      reason: 'the choice of the paper: short tries first, then a long one',
    }),
    peakDecay: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      default: 1,
      description: 'How high a period begins, relative to the one before.',
      reason: 'the paper restarts at the full rate',
    }),
    final: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description: 'The factor at the end of a period, relative to its begin.',
      reason: 'the last steps of a period only polish',
    }),
  },
  example: { period: 5 },
  build: ({ period, growth, peakDecay, final }) => ({
    factor({ epoch }) {
      const { number, share } = placeOf(epoch / period, growth);
      return integerPower(peakDecay, number) * (final + ((1 - final) * (1 + cosine(Math.PI * share))) / 2);
    },
  }),
});

/**
 * The period, counted from 0, in which a time lies, and the share of it that has passed.
 * @param time in lengths of the first period
 */
function placeOf(time: number, growth: number): { number: number; share: number } {
  if (growth === 1) return { number: Math.floor(time), share: time % 1 };
  let number = 0;
  let begin = 0;
  let length = 1;
  // Adding instead of logarithms: a restart comes exactly when its epoch begins. Periods are few.
  while (time >= begin + length) {
    begin += length;
    length *= growth;
    number++;
  }
  return { number, share: (time - begin) / length };
}
