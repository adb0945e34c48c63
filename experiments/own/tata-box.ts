import { defineComponent, Type } from 'descent';

const LETTERS = ['A', 'C', 'G', 'T'];
/** Where a gene begins, many organisms have this motif. */
const BOX = 'TATA';
/** The same letters in another order: counting letters does not give the answer away. */
const DECOYS = ['TTAA', 'AATT', 'ATTA', 'TAAT'];

/**
 * A source of one's own: stretches of DNA, one letter per column `p1`, `p2`, … In every second one stands the motif TATA,
 * anywhere; in the others the same letters in another order. `experiments/tata-box.yaml` uses it.
 */
export const tataBox = defineComponent({
  kind: 'source',
  type: 'tataBox',
  summary:
    'Stretches of DNA with the motif TATA (label box), or with its letters in another order (label none).',
  options: {
    rows: Type.Integer({
      minimum: 2,
      default: 2000,
      description: 'Number of stretches.',
      reason: 'enough to learn the motif from',
    }),
    length: Type.Integer({
      minimum: 8,
      default: 16,
      description: 'Letters in a stretch.',
      reason: 'the motif can stand in many places',
    }),
  },
  example: { rows: 200 },
  build({ rows, length }, { stream }) {
    const positions = Array.from({ length }, (_, position) => position);
    const columns = [
      ...positions.map((position) => ({
        name: `p${position + 1}`,
        kind: 'category' as const,
        categories: LETTERS,
      })),
      { name: 'label', kind: 'category' as const, categories: ['none', 'box'] },
    ];
    return {
      describe: () => Promise.resolve({ columns, rows }),
      load() {
        // Each row draws from a stream of its own: the first rows stay the same however many there are.
        const stretches = Array.from({ length: rows }, (_, row) =>
          stretchOf(stream.derive(row), row % 2 === 1),
        );
        const codes = [
          ...positions.map((position) =>
            Int32Array.from(stretches, (stretch) => LETTERS.indexOf(stretch[position]!)),
          ),
          Int32Array.from(stretches, (_, row) => row % 2),
        ];
        const table = {
          rows,
          columns: columns.map((column, index) => ({ ...column, codes: codes[index]! })),
        };
        return Promise.resolve({ table, files: [] });
      },
    };

    function stretchOf(own: typeof stream, hasBox: boolean): string {
      for (;;) {
        const background = positions.map(() => LETTERS[own.integer(LETTERS.length)]!).join('');
        const start = own.integer(length - BOX.length + 1);
        const motif = hasBox ? BOX : DECOYS[own.integer(DECOYS.length)]!;
        const stretch = background.slice(0, start) + motif + background.slice(start + BOX.length);
        // The background may hold a box by chance.
        if (hasBox || !stretch.includes(BOX)) return stretch;
      }
    }
  },
});
