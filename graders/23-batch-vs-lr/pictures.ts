import { createStream, definePictures, type PictureColors, type PictureSpec } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { exports } from './exports.ts';
import { PUBLISHED } from './published.ts';

/** A cell of a table, of one of several. */
interface Shown {
  readonly table: string;
  readonly lr: number;
  readonly batch: number;
  readonly best: number;
  readonly epochsToTarget: number | '+';
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

/** Tables side by side: the more epochs, the stronger the color; a text in each cell. Without a name there is one table. */
function heatMap(cells: readonly Shown[], color: PictureColors, most: number, size: object): PictureSpec {
  const format = new Intl.NumberFormat('en-US');
  const values = cells.map((cell) => ({
    ...cell,
    batch: format.format(cell.batch),
    isReached: cell.epochsToTarget !== '+',
    strength: cell.epochsToTarget === '+' ? most : cell.epochsToTarget,
    text: cell.epochsToTarget === '+' ? `+ (${percent(cell.best)})` : format.format(cell.epochsToTarget),
  }));
  const ordinal = (field: string, title: string, sort: readonly unknown[]) => ({
    field,
    type: 'ordinal',
    title,
    sort,
    axis: { labelAngle: 0, ticks: false, domain: false, grid: false },
  });
  const batches = [...new Set(cells.map(({ batch }) => batch))].sort((one, other) => one - other);
  const x = ordinal(
    'batch',
    'batch size',
    batches.map((batch) => format.format(batch)),
  );
  const y = ordinal('lr', 'learning rate', [...new Set(cells.map(({ lr }) => lr))]);
  const spec = {
    ...size,
    layer: [
      {
        mark: { type: 'rect' },
        encoding: {
          x,
          y,
          color: {
            field: 'isReached',
            type: 'nominal',
            scale: { domain: [true, false], range: [color.first, color.second] },
            legend: null,
          },
          opacity: {
            field: 'strength',
            type: 'quantitative',
            scale: { type: 'log', domain: [1, most], range: [0.06, 0.5] },
            legend: null,
          },
        },
      },
      { mark: { type: 'text', color: color.ink, fontSize: 12 }, encoding: { x, y, text: { field: 'text' } } },
    ],
  };
  const tables = [...new Set(cells.map(({ table }) => table))];
  if (tables.length === 1) return { data: { values }, ...spec };
  const header = { labelFontSize: 12, labelFontWeight: 600, labelColor: color.ink };
  const facet = { field: 'table', type: 'nominal', title: null, sort: tables, header };
  return { data: { values }, facet, columns: 2, spacing: 24, spec };
}

export const pictures = definePictures(exports, {
  'two-tables': {
    title: 'With the mean, and with the sum',
    description:
      'Two tables of epochs until 70 percent of the validation digits are right, for learning rates from 0.1 to 0.003 and batch sizes from 1 to 300. With the mean the epochs grow about tenfold with a tenfold batch, and most cells do not get there in 60. With the sum a row has about the same number in all columns, until large batches with large learning rates diverge.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [training, validation] = await drawDigits(createStream(23).derive('digits'), [300, 400]);
      const cells: Shown[] = [];
      for (const reduction of ['mean', 'sum']) {
        const grid = {
          lrs: [0.1, 0.03, 0.01, 0.003],
          batches: [1, 10, 100, 300],
          epochs: 60,
          target: 0.7,
          seed: 1,
        };
        const own = await student.gridRun(training, validation, { ...grid, reduction });
        cells.push(...own.map((cell) => ({ ...cell, table: `${reduction} over the batch` })));
      }
      return heatMap(cells, color, 60, { width: 245, height: 170 });
    },
  },

  'published-table': {
    title: 'The table of Wilson and Martinez',
    description:
      'Epochs of training for learning rates from 0.1 to 0.0001 and batch sizes from 1 to 20,000. Along a row the number stays about the same up to a batch of 100 or 1,000 and then rises steeply; two cells were stopped before they had converged.',
    async draw({ student, color }): Promise<PictureSpec> {
      const reduction = await student.whichReduction(PUBLISHED);
      const cells = PUBLISHED.map((cell) => ({ ...cell, table: 'published' }));
      return {
        ...heatMap(cells, color, 10_000, { width: 460, height: 170 }),
        title: {
          text: `whichReduction says: ${reduction}`,
          anchor: 'start',
          color: color.muted,
          fontSize: 12,
        },
      };
    },
  },
});
