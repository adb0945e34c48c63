import { defineComponent } from '../../component/component.ts';
import { generatedSource, noiseOption, rowsOption } from './generated-source.ts';
import { sine } from './sine.ts';

/** Points on one period of a sine. */
export const cubicSine = defineComponent({
  kind: 'source',
  type: 'cubicSine',
  summary:
    'Points on one period of a sine: a column `x`, uniform between −π and π, its powers `x2` and `x3`, and a column `y`.',
  when: 'Fitting a cubic: on the powers of x a single linear unit learns y ≈ 0.857 x − 0.0933 x³.',
  formula: 'y = sin x + noise · ε, ε normal; x2 = x², x3 = x³',
  options: {
    rows: rowsOption(2000),
    noise: noiseOption(0, 'Standard deviation of the normal noise on y.'),
  },
  example: { rows: 2000, noise: 0 },
  build({ rows, noise }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: ['x', 'x2', 'x3', 'y'].map((name) => ({ name, kind: 'number' as const })),
        item: (_index, draw) => {
          const x = (2 * draw.uniform() - 1) * Math.PI;
          return [x, x * x, x * x * x, sine(x) + noise * draw.normal()];
        },
      },
      stream,
    );
  },
});
