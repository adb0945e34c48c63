import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { generatedSource, noiseOption, POINT_COLUMNS, rowsOption } from './generated-source.ts';

/** Points in a square whose opposite quadrants belong together. */
export const xor = defineComponent({
  kind: 'source',
  type: 'xor',
  summary:
    'Points `x1`, `x2` in a square around the origin; `label` is 1 where exactly one coordinate is positive.',
  when: 'Showing that no straight line separates some classes, while one hidden layer does.',
  formula: 'label = 1 if x1 · x2 < 0, else 0 (before noise)',
  source: 'M. Minsky and S. Papert, Perceptrons, 1969',
  options: {
    rows: rowsOption(400),
    gap: Type.Number({
      minimum: 0,
      exclusiveMaximum: 1,
      default: 0.1,
      description: 'How far the quadrants stay from the axes.',
      reason: 'points on the border belong to no class',
    }),
    noise: noiseOption(
      0.05,
      'Standard deviation of the normal noise on both coordinates; their range is −1 to 1.',
    ),
  },
  example: { rows: 400, noise: 0.05 },
  build({ rows, gap, noise }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: POINT_COLUMNS,
        item: (index, draw) => {
          // Quadrants in turn, so the classes are equally frequent for any number of rows.
          const signs = [
            [1, 1],
            [-1, 1],
            [-1, -1],
            [1, -1],
          ][index % 4]!;
          const point = signs.map(
            (sign) => sign * (gap + (1 - gap) * draw.uniform()) + noise * draw.normal(),
          );
          return [...point, index % 2];
        },
      },
      stream,
    );
  },
});
