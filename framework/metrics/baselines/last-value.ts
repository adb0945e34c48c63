import { defineComponent } from '../../component/component.ts';
import type { BaselinePart } from '../baseline.ts';
import { outputsOf } from './judged-evaluation.ts';

/** Predicts that a series goes on as it was one row before. */
export const lastValue = defineComponent({
  kind: 'baseline',
  type: 'lastValue',
  summary: 'Predicts the value of the target one row before, in order of time (persistence).',
  when: 'Numbers in a split by time (chronological): a forecast that does not beat it has learned nothing.',
  formula: 'prediction = target of the row before; for the very first row the mean of the training part',
  source: 'Murphy, "Climatology, persistence, and their linear combination as standards of reference", 1992',
  options: {},
  example: {},
  build: (): BaselinePart => ({
    tasks: ['regression'],
    title: 'last value',
    suits: ({ parts }) => parts.train.lastTargets !== undefined,
    evaluate(data, part) {
      const outputs = outputsOf(data);
      const { rows, targets, lastTargets } = data.parts[part];
      if (!lastTargets) throw new Error('without an order in time there is no last value');
      const known = data.invertTarget(data.parts.train.targets as Float32Array);
      const predictions = lastTargets.map((value, index) =>
        Number.isNaN(value) ? meanOf(known, index % outputs.length, outputs.length) : value,
      );
      return Promise.resolve({
        evaluation: {
          task: 'regression',
          rows,
          outputs,
          targets: data.invertTarget(targets as Float32Array),
          predictions,
        },
      });
    },
  }),
});

/** The mean of every `width`-th value, from `start`. */
function meanOf(values: Float32Array, start: number, width: number): number {
  let sum = 0;
  for (let index = start; index < values.length; index += width) sum += values[index]!;
  return (sum * width) / values.length;
}
