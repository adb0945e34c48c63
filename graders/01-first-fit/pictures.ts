import { confusionPicture, definePictures, type PictureSpec } from 'descent/grading';
import { dividePenguins } from './penguins.ts';

/** The penguins of the visible checks: every fifth is held back. */
const penguins = () => dividePenguins((index) => index % 5 === 0);

export const pictures = definePictures(
  {},
  {
    'loss-per-epoch': {
      title: 'The loss falls',
      description:
        'The loss on the penguins that the network learns from, and on those held back from it, epoch after epoch. Both fall steeply at first. Then the first one hardly changes, and the second one rises a little again.',
      async draw({ experiment, color }): Promise<PictureSpec> {
        const { training } = await penguins();
        const { history } = await experiment({ data: { penguins: training } });
        const lines = [
          { name: 'training', values: history['train.loss'] ?? [] },
          { name: 'validation', values: history['validation.loss'] ?? [] },
        ];
        const points = lines.flatMap(({ name, values }) =>
          // A loss that has become infinite has no place in a picture.
          values.flatMap((loss, epoch) => (Number.isFinite(loss) ? [{ name, epoch, loss }] : [])),
        );
        const last = Math.max(1, ...points.map(({ epoch }) => epoch));
        const x = {
          field: 'epoch',
          type: 'quantitative',
          title: 'epoch',
          scale: { domain: [0, last], nice: false },
        };
        const y = { field: 'loss', type: 'quantitative', title: 'loss' };
        const style = {
          field: 'name',
          type: 'nominal',
          scale: { domain: lines.map(({ name }) => name), range: [color.first, color.second] },
          legend: { title: null, orient: 'top-right', symbolType: 'stroke', symbolStrokeWidth: 3 },
        };
        return {
          width: 560,
          height: 320,
          data: { values: points },
          mark: { type: 'line', strokeWidth: 2.5, point: { size: 30 } },
          encoding: { x, y, color: style },
        };
      },
    },

    'species-named': {
      title: 'Who is taken for whom',
      description:
        'A table with a row for each true species and a column for each species that the network names, counted over 67 penguins that it has never seen. Nearly all stand on the diagonal, where the right name was given.',
      async draw({ experiment }): Promise<PictureSpec> {
        const { training, heldOut, labels, species } = await penguins();
        const { outputs, predict } = await experiment({ data: { penguins: training } });
        const { data } = await predict(heldOut);
        const named = Array.from(labels, (_, row) => {
          const own = Array.from(data.subarray(row * outputs.length, (row + 1) * outputs.length));
          return species.indexOf(outputs[own.indexOf(Math.max(...own))]!);
        });
        return confusionPicture({ classes: species, truth: labels, named });
      },
    },
  },
);
