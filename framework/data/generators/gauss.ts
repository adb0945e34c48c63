import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { generatedSource, POINT_COLUMNS, rowsOption } from './generated-source.ts';

/** Two round clouds. */
export const gauss = defineComponent({
  kind: 'source',
  type: 'gauss',
  summary:
    'Points `x1`, `x2` of two round normal clouds, around (−1, −1) (`label` 0) and (1, 1) (`label` 1).',
  when: 'The easiest two classes: one straight line is best, and no model can beat its overlap.',
  options: {
    rows: rowsOption(400),
    deviation: Type.Number({
      exclusiveMinimum: 0,
      default: 0.5,
      description: 'Standard deviation of each cloud; the centres are 2.83 apart.',
      reason: 'the clouds nearly part: the best possible accuracy is 99.8 %',
    }),
  },
  example: { rows: 400, deviation: 0.5 },
  build({ rows, deviation }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: POINT_COLUMNS,
        item: (index, draw) => {
          const center = index % 2 === 0 ? -1 : 1;
          return [center + deviation * draw.normal(), center + deviation * draw.normal(), index % 2];
        },
      },
      stream,
    );
  },
});
