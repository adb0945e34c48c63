import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import type { EpochSampler, FittedTransform, TransformPart } from '../transform.ts';

/** Rare classes as often as frequent ones in every epoch. */
export const balanceClasses = defineComponent({
  kind: 'transform',
  type: 'balanceClasses',
  summary:
    'Repeats training rows of rare classes, so that in every epoch all classes come equally often, in mixed order.',
  when: 'Rare classes that the model ignores. Every row comes at least once; which ones are repeated is drawn anew in every epoch. Validation and test stay as they are, so judge by macroF1 or balancedAccuracy. Probabilities then fit balanced classes, not the frequencies of the data.',
  formula:
    'each class has as many rows as the largest: all its rows ⌊largest / n⌋ times, the rest drawn from them',
  options: {},
  example: {},
  build: (): TransformPart => ({
    scope: 'training',
    describe(columns, around) {
      const odd = around?.targets.find(({ kind }) => kind !== 'category');
      if (!odd) return columns;
      throw new ComponentProblem(`the target "${odd.name}" holds numbers, not classes`, {
        option: 'type',
        fix: 'Leave it out.',
      });
    },
    fit: () => fitted,
    restore: () => fitted,
  }),
});

const fitted: FittedTransform = {
  state: {},
  transform: (table) => table,
  sampler: (targets) => balanced(targets),
};

function balanced(targets: ArrayLike<number>): EpochSampler {
  const byClass = new Map<number, number[]>();
  for (let row = 0; row < targets.length; row++) {
    const rows = byClass.get(targets[row]!);
    if (rows) rows.push(row);
    else byClass.set(targets[row]!, [row]);
  }
  const classes = [...byClass].sort(([left], [right]) => left - right);
  const largest = Math.max(0, ...classes.map(([, rows]) => rows.length));
  const total = largest * classes.length;
  return {
    rows: total,
    draw(stream: Stream) {
      const chosen = new Int32Array(total);
      let at = 0;
      for (const [code, rows] of classes) {
        const order = stream.derive('class').derive(code).permutation(rows.length);
        // Round after round through the same order: no row comes twice more often than another.
        for (let count = 0; count < largest; count++) chosen[at++] = rows[order[count % rows.length]!]!;
      }
      return stream
        .derive('order')
        .permutation(total)
        .map((position) => chosen[position]!);
    },
  };
}
