import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { generatedSource, noiseOption, POINT_COLUMNS, rowsOption } from './generated-source.ts';
import { cosine, sine } from './sine.ts';

/** Two spiral arms around each other. */
export const spiral = defineComponent({
  kind: 'source',
  type: 'spiral',
  summary:
    'Points `x1`, `x2` on two spiral arms around each other, within a circle of radius 1; `label` is the arm.',
  when: 'A hard border in two dimensions: it takes two hidden layers or many units.',
  formula:
    'x1 = r cos φ, x2 = r sin φ, φ = 2π · turns · r + π · label, r uniform between 0.1 and 1, plus noise',
  source: 'K. Lang and M. Witbrock, Learning to tell two spirals apart, 1988',
  options: {
    rows: rowsOption(1000),
    turns: Type.Number({
      exclusiveMinimum: 0,
      maximum: 10,
      default: 1.25,
      description: 'How often each arm goes round.',
      reason: 'hard for one hidden layer, learned by two within a minute',
    }),
    noise: noiseOption(0.02, 'Standard deviation of the normal noise on both coordinates.'),
  },
  example: { rows: 1000, noise: 0.02 },
  build({ rows, turns, noise }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: POINT_COLUMNS,
        item: (index, draw) => {
          const label = index % 2;
          const radius = 0.1 + 0.9 * draw.uniform();
          const angle = 2 * Math.PI * turns * radius + Math.PI * label;
          return [
            radius * cosine(angle) + noise * draw.normal(),
            radius * sine(angle) + noise * draw.normal(),
            label,
          ];
        },
      },
      stream,
    );
  },
});
