import { createStream, definePictures, type PictureSpec } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { exports } from './exports.ts';
import { PLAIN } from './network.ts';

const NO_HELP = 'no help';
const HELP: Readonly<Record<string, object>> = {
  [NO_HELP]: {},
  'early stopping': { stopping: { patience: 10, minDelta: 0.001, restore: true } },
  'falling learning rate': { decay: { factor: 0.5, every: 10 } },
  'dropout 0.4': { dropout: 0.4 },
  'L2, 0.001': { l2: 0.001 },
  'L1, 0.001': { l1: 0.001 },
};

/** Which part of all numbers fulfills a condition. */
const share = (numbers: readonly number[], isCounted: (number: number) => boolean) =>
  numbers.filter(isCounted).length / numbers.length;

const digits = () => drawDigits(createStream(25).derive('digits'), [200, 1000]);

export const pictures = definePictures(exports, {
  curves: {
    title: 'With help, and without',
    description:
      'Six small charts of the loss over 60 epochs. Without help the training loss falls on and on, while the validation loss falls for some 15 epochs and then rises. Early stopping ends there. With a falling learning rate and with L2 the validation loss stays low; with dropout and L1 it rises less.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [training, validation] = await digits();
      const values: { help: string; epoch: number; kind: string; loss: number; name?: string }[] = [];
      let plain: readonly number[] = [];
      for (const [help, options] of Object.entries(HELP)) {
        const { history } = await student.fit(training, validation, { ...PLAIN, ...options });
        if (help === NO_HELP) plain = history.validation;
        const kinds = { training: history.train, validation: history.validation, 'without help': plain };
        for (const [kind, losses] of Object.entries(kinds)) {
          losses.forEach((loss, index) => values.push({ help, epoch: index + 1, kind, loss }));
        }
      }
      const x = {
        field: 'epoch',
        type: 'quantitative',
        title: 'epoch',
        scale: { domain: [0, 60], nice: false },
        axis: { values: [0, 20, 40], grid: false },
      };
      const y = {
        field: 'loss',
        type: 'quantitative',
        title: 'loss',
        scale: { domain: [0, 1.6], nice: false },
        axis: { values: [0, 0.5, 1, 1.5], format: '~g' },
      };
      const kind = {
        field: 'kind',
        type: 'nominal',
        scale: {
          domain: ['training', 'validation', 'without help'],
          range: [color.second, color.first, color.muted],
        },
        legend: null,
      };
      // In the charts where there is room for them.
      values.push(
        { help: NO_HELP, epoch: 60, loss: 1.3, kind: 'validation', name: 'validation' },
        { help: NO_HELP, epoch: 60, loss: 0.2, kind: 'training', name: 'training' },
        { help: 'early stopping', epoch: 60, loss: 1.3, kind: 'without help', name: 'without help' },
      );
      return {
        data: { values },
        facet: {
          field: 'help',
          type: 'nominal',
          title: null,
          sort: Object.keys(HELP),
          header: { labelFontSize: 12, labelFontWeight: 600, labelColor: color.ink },
        },
        columns: 3,
        spacing: { row: 18, column: 14 },
        spec: {
          width: 165,
          height: 130,
          layer: [
            {
              transform: [
                { filter: `!datum.name && datum.kind == 'without help' && datum.help != '${NO_HELP}'` },
              ],
              mark: { type: 'line', strokeWidth: 1.5, strokeDash: [3, 2], clip: true },
              encoding: { x, y, color: kind },
            },
            {
              transform: [{ filter: "!datum.name && datum.kind != 'without help'" }],
              mark: { type: 'line', strokeWidth: 2, clip: true },
              encoding: { x, y, color: kind },
            },
            {
              transform: [{ filter: 'datum.name' }],
              mark: { type: 'text', align: 'right', fontWeight: 600, fontSize: 11 },
              encoding: { x, y, text: { field: 'name' }, color: kind },
            },
          ],
        },
      };
    },
  },

  weights: {
    title: 'What penalties do to weights',
    description:
      'Three histograms of the 3,136 weights between pixels and hidden units after training. Without help they are spread widely around 0. With L2 they are closer to 0, but few are there. With L1 more than half are practically 0, and the others are spread as before.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [training, validation] = await digits();
      const shown = [NO_HELP, 'L2, 0.001', 'L1, 0.001'];
      const values: object[] = [];
      for (const help of shown) {
        const { network } = await student.fit(training, validation, { ...PLAIN, ...HELP[help] });
        const weights = network.hidden.w.flat();
        const zeros = share(weights, (weight) => weight ** 2 < 1e-6);
        for (let bin = -20; bin <= 20; bin++) {
          const part = share(weights, (weight) => Math.round(weight / 0.05) === bin);
          const label = bin === 12 ? [`${Math.round(100 * zeros)} % are`, 'below 0.001'] : [];
          values.push({ help, from: 0.05 * (bin - 0.5), to: 0.05 * (bin + 0.5), share: 100 * part, label });
        }
      }
      const x = {
        field: 'from',
        type: 'quantitative',
        title: 'weight',
        scale: { domain: [-1.025, 1.025], nice: false },
        axis: { values: [-1, -0.5, 0, 0.5, 1], format: '~g', grid: false },
      };
      const y = {
        field: 'share',
        type: 'quantitative',
        title: 'share of all weights (%)',
        scale: { domain: [0, 80], nice: false },
        axis: { values: [0, 20, 40, 60, 80] },
      };
      return {
        data: { values },
        facet: {
          field: 'help',
          type: 'nominal',
          title: null,
          sort: shown,
          header: { labelFontSize: 12, labelFontWeight: 600, labelColor: color.ink },
        },
        columns: 3,
        spacing: 14,
        spec: {
          width: 165,
          height: 170,
          layer: [
            {
              mark: { type: 'bar', color: color.first },
              encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
            },
            {
              transform: [{ filter: 'datum.label.length > 0' }],
              mark: { type: 'text', color: color.ink, fontSize: 12 },
              encoding: { x, y: { datum: 45, type: 'quantitative' }, text: { field: 'label' } },
            },
          ],
        },
      };
    },
  },
});
