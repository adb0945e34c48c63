import { Type } from '@sinclair/typebox';
import { defineComponent } from '../../component/component.ts';
import { generatedSource, noiseOption, POINT_COLUMNS, rowsOption } from './generated-source.ts';
import { cosine, sine } from './sine.ts';

/** A disc within a ring. */
export const circle = defineComponent({
  kind: 'source',
  type: 'circle',
  summary: 'Points `x1`, `x2` of a disc (`label` 1) and of a ring around it (`label` 0).',
  when: 'Showing what squared features or a hidden layer can do that a straight line cannot.',
  options: {
    rows: rowsOption(400),
    inner: Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      default: 0.5,
      description: 'Radius of the disc; the ring reaches from inner + 0.2 · (1 − inner) to 1.',
      reason: 'disc and ring look equally wide',
    }),
    noise: noiseOption(
      0.02,
      'Standard deviation of the normal noise on both coordinates; the outer radius is 1.',
    ),
  },
  example: { rows: 400, noise: 0.02 },
  build({ rows, inner, noise }, { stream }) {
    return generatedSource(
      {
        rows,
        columns: POINT_COLUMNS,
        item: (index, draw) => {
          const isInside = index % 2 === 1;
          const [low, high] = isInside ? [0, inner] : [inner + 0.2 * (1 - inner), 1];
          // The root spreads points evenly over the area instead of crowding them at the centre.
          const radius = Math.sqrt(low * low + (high * high - low * low) * draw.uniform());
          const angle = 2 * Math.PI * draw.uniform();
          return [
            radius * cosine(angle) + noise * draw.normal(),
            radius * sine(angle) + noise * draw.normal(),
            isInside ? 1 : 0,
          ];
        },
      },
      stream,
    );
  },
});
