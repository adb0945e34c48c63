import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { generatedSource, noiseOption, rowsOption } from './generated-source.ts';

/** Points around a straight line. */
export const line = defineComponent({
  kind: 'source',
  type: 'line',
  summary: 'Points around a straight line: a column `x`, uniform between −1 and 1, and a column `y`.',
  when: 'First steps with gradient descent: the best weight and bias are known.',
  formula: 'y = slope · x + intercept + noise · ε, ε normal',
  options: {
    rows: rowsOption(1000),
    slope: Type.Number({
      default: 2,
      description: 'Slope of the line.',
      reason: 'the slope of the lectures',
    }),
    intercept: Type.Number({
      default: 0,
      description: 'Value at x = 0.',
      reason: 'the line of the lectures goes through the origin',
    }),
    noise: noiseOption(0.1, 'Standard deviation of the normal noise on y.'),
  },
  example: { rows: 1500, slope: 2, intercept: 0, noise: 0.1 },
  build({ rows, slope, intercept, noise }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: [
          { name: 'x', kind: 'number' },
          { name: 'y', kind: 'number' },
        ],
        item: (_index, draw) => {
          const x = 2 * draw.uniform() - 1;
          return [x, slope * x + intercept + noise * draw.normal()];
        },
      },
      stream,
    );
  },
});
