import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { exports } from './exports.ts';

const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512];

const logarithmic = (title: string, domain: readonly number[], values: readonly number[]) => ({
  type: 'quantitative',
  title,
  scale: { type: 'log', domain, nice: false },
  axis: { values, format: ',', grid: false },
});

export const pictures = definePictures(exports, {
  'parameters-and-gap': {
    title: 'Parameters and gap',
    description:
      'Right answers of networks with 250 to 30,730 parameters, each trained on the same 500 digits. On these it goes up to all of them. On 1,000 other digits it stays well below, but goes up as well; the widest networks, with sixty parameters for each digit, are the best.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [training, validation] = await drawDigits(createStream(18).derive('picture'), [500, 1000]);
      const rows = await student.gapStudy(training, validation, WIDTHS, { epochs: 40, seed: 1 });
      const values = rows.map(({ params, trainAccuracy, validationAccuracy, width }) => ({
        params,
        width,
        train: 100 * trainAccuracy,
        validation: 100 * validationAccuracy,
      }));
      const x = {
        field: 'params',
        ...logarithmic(
          'parameters, logarithmic',
          [200, 260_000],
          [250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000],
        ),
      };
      const share = (field: string) => ({
        field,
        type: 'quantitative',
        title: 'right answers (%)',
        scale: { domain: [60, 104], nice: false },
        axis: { values: [60, 70, 80, 90, 100] },
      });
      const line = (field: string, hue: string, name: string) => [
        { mark: { type: 'line', strokeWidth: 2, color: hue }, encoding: { x, y: share(field) } },
        {
          mark: { type: 'point', filled: true, size: 45, opacity: 1, color: hue },
          encoding: { x, y: share(field) },
        },
        {
          transform: [{ filter: 'datum.width == 512' }],
          mark: { type: 'text', align: 'left', dx: 8, fontWeight: 600, color: hue },
          encoding: { x, y: share(field), text: { value: name } },
        },
      ];
      const rule = { data: { values: [{ params: 500, train: 62 }] } };
      return {
        width: 560,
        height: 300,
        data: { values },
        layer: [
          {
            mark: { type: 'rule', color: color.muted, opacity: 0.5 },
            encoding: { x, y: share('train'), y2: { field: 'validation' } },
          },
          { ...rule, mark: { type: 'rule', color: color.muted, strokeDash: [4, 4] }, encoding: { x } },
          {
            ...rule,
            mark: { type: 'text', align: 'left', dx: 6, color: color.muted },
            encoding: { x, y: share('train'), text: { value: 'as many parameters as digits' } },
          },
          ...line('train', color.second, 'digits it learned from'),
          ...line('validation', color.first, 'other digits'),
        ],
      };
    },
  },

  'dense-or-convolution': {
    title: 'A larger image',
    description:
      'Parameters of a first layer for square color images from 8 to 256 pixels wide, on logarithmic scales. A dense layer of 200 units rises steadily to 39 million; a convolution with 200 filters of 5 by 5 stays at 15,200.',
    async draw({ student, color }): Promise<PictureSpec> {
      const values: { side: number; kind: string; params: number }[] = [];
      for (const side of [8, 16, 32, 64, 128, 256]) {
        values.push({
          side,
          kind: 'dense, 200 units',
          params: await student.denseParams(3 * side ** 2, 200),
        });
        const params = await student.conv2dParams([5, 5], 3, 200);
        values.push({ side, kind: 'convolution, 200 filters of 5 × 5', params });
      }
      const x = {
        field: 'side',
        ...logarithmic('height and width of the image (pixels)', [7, 300], [8, 16, 32, 64, 128, 256]),
      };
      const y = {
        field: 'params',
        type: 'quantitative',
        title: 'parameters, logarithmic',
        scale: { type: 'log', domain: [4000, 100_000_000], nice: false },
        axis: { values: [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000], format: ',' },
      };
      const hue = {
        field: 'kind',
        type: 'nominal',
        scale: {
          domain: ['dense, 200 units', 'convolution, 200 filters of 5 × 5'],
          range: [color.second, color.first],
        },
        legend: null,
      };
      return {
        width: 520,
        height: 260,
        data: { values },
        layer: [
          { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color: hue } },
          { mark: { type: 'point', filled: true, size: 45, opacity: 1 }, encoding: { x, y, color: hue } },
          {
            transform: [{ filter: 'datum.side == 32' }],
            mark: {
              type: 'text',
              align: 'left',
              dx: 12,
              dy: { expr: 'datum.params < 20000 ? -12 : 14' },
              fontWeight: 600,
            },
            encoding: { x, y, text: { field: 'kind', type: 'nominal' }, color: hue },
          },
        ],
      };
    },
  },
});
