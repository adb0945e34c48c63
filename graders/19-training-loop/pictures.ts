import { definePictures, type PictureSpec } from 'descent/grading';
import { drawExamples } from './examples.ts';
import { exports } from './exports.ts';

/** So many steps the network takes on its one batch. */
const STEPS = [1, 2, 3, 5, 7, 10, 14, 20, 28, 40, 56, 80];

export const pictures = definePictures(exports, {
  'best-epoch': {
    title: 'Training, validation, and the epoch to go back to',
    description:
      'Two losses over 40 epochs, both beginning at the loss of a guess. That of the training examples falls to nearly 0. That of the validation examples falls at first, has its lowest point after some epochs, which is marked, and rises again.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const [training, validation] = [
        drawExamples(stream('training'), 60),
        drawExamples(stream('validation'), 200),
      ];
      const options = { epochs: 40, batchSize: 20, learningRate: 0.01, seed: 2 };
      const { history, bestEpoch } = await student.fit(
        await student.buildNetwork(2),
        training,
        validation,
        options,
      );
      const curve = (losses: readonly number[]) => losses.map((loss, epoch) => ({ epoch, loss }));
      const highest = Math.max(1.2, ...history.validationLoss, ...history.trainLoss);
      const x = {
        field: 'epoch',
        type: 'quantitative',
        title: 'epoch',
        scale: { domain: [0, 50], nice: false },
        axis: { grid: false, values: [0, 10, 20, 30, 40] },
      };
      const y = {
        field: 'loss',
        type: 'quantitative',
        title: 'loss',
        scale: { domain: [0, highest], nice: false },
      };
      const line = (losses: readonly number[], hue: string, name: string) => ({
        encoding: { x, y },
        layer: [
          { data: { values: curve(losses) }, mark: { type: 'line', strokeWidth: 2, color: hue } },
          {
            data: { values: curve(losses).slice(-1) },
            mark: { type: 'text', align: 'left', dx: 8, dy: -6, fontWeight: 600, color: hue },
            encoding: { text: { value: name } },
          },
        ],
      });
      const best = { epoch: bestEpoch, loss: history.validationLoss[bestEpoch]! };
      return {
        width: 560,
        height: 300,
        layer: [
          {
            data: { values: [best] },
            mark: { type: 'rule', color: color.muted, strokeDash: [4, 4] },
            encoding: { x },
          },
          {
            data: { values: [{ ...best, loss: 0.95 * highest }] },
            mark: { type: 'text', align: 'left', dx: 6, color: color.muted },
            encoding: { x, y, text: { value: `weights restored: epoch ${bestEpoch}` } },
          },
          line(history.validationLoss, color.first, 'validation'),
          line(history.trainLoss, color.second, 'training'),
          {
            data: { values: [best] },
            mark: { type: 'point', filled: true, size: 90, opacity: 1, color: color.first },
            encoding: { x, y },
          },
        ],
      };
    },
  },

  'one-batch': {
    title: 'One batch by heart',
    description:
      'The loss on one batch of 16 examples over the steps, both logarithmic, from 1 to 80 steps: with its true labels and with labels that were dealt out at random. Both fall from the loss of a guess to far below 0.05, the true ones earlier.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const batch = drawExamples(stream('batch'), 16);
      const order = stream('labels').permutation(16);
      const dealt = { rows: batch.rows, labels: Array.from(order, (place) => batch.labels[place]!) };
      const after = async (data: typeof batch) => {
        const values: { steps: number; loss: number }[] = [];
        for (const steps of STEPS) {
          const options = { steps, learningRate: 0.02 };
          values.push({
            steps,
            loss: await student.overfitOneBatch(await student.buildNetwork(1), data, options),
          });
        }
        return values;
      };
      const x = {
        field: 'steps',
        type: 'quantitative',
        title: 'steps, logarithmic',
        scale: { type: 'log', domain: [1, 320], nice: false },
        axis: { grid: false, values: [1, 2, 5, 10, 20, 40, 80] },
      };
      const y = {
        field: 'loss',
        type: 'quantitative',
        title: 'loss, logarithmic',
        scale: { type: 'log', domain: [0.00003, 3], nice: false },
        axis: { values: [1, 0.1, 0.01, 0.001, 0.0001], format: '~g' },
      };
      const line = (values: readonly object[], hue: string, name: string) => ({
        encoding: { x, y },
        layer: [
          {
            data: { values },
            mark: { type: 'line', strokeWidth: 2, color: hue, point: { size: 30, color: hue } },
          },
          {
            data: { values: values.slice(-1) },
            mark: { type: 'text', align: 'left', dx: 10, fontWeight: 600, color: hue },
            encoding: { text: { value: name } },
          },
        ],
      });
      const marks = [
        { loss: Math.log(3), text: 'a guess: ln 3' },
        { loss: 0.05, text: '0.05' },
      ];
      return {
        width: 520,
        height: 280,
        layer: [
          {
            data: { values: marks },
            mark: { type: 'rule', color: color.muted, strokeDash: [4, 4] },
            encoding: { y },
          },
          {
            data: { values: marks.map((mark) => ({ ...mark, steps: 320 })) },
            mark: { type: 'text', align: 'right', dy: -8, color: color.muted },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
          line(await after(dealt), color.second, 'random labels'),
          line(await after(batch), color.first, 'true labels'),
        ],
      };
    },
  },
});
