import {
  createStream,
  definePictures,
  linearBaseline,
  type PictureSpec,
  type Student,
} from 'descent/grading';
import { dividePenguins, SPECIES, type Penguin } from '../../datasets/penguins/penguins.ts';
import { massesOf, withoutMass } from './birds.ts';
import { exports } from './exports.ts';
import { meanOf, rootMeanSquareOf } from './judge.ts';

const EPOCHS = 50;
/** The birds of the visible checks. */
const birds = () => dividePenguins(createStream(21).derive('visible'));

type Answer = Student<typeof exports>;
const networks = new WeakMap<Answer, ReturnType<Answer['run']>>();

/** The network of all pictures of an answer, trained once. */
async function train(student: Answer): ReturnType<Answer['run']> {
  const { training, validation } = await birds();
  const known = networks.get(student);
  if (known !== undefined) return known;
  const network = student.run(training, validation, { epochs: EPOCHS, seed: 3 });
  networks.set(student, network);
  return network;
}

/** The mean of the known masses, for every bird asked about. */
function lazyMasses(known: readonly Penguin[], asked: readonly Penguin[]): number[] {
  const mean = meanOf(massesOf(known));
  return asked.map(() => mean);
}

/** Least squares on columns of the birds' own. */
function fittedMasses(
  columns: (bird: Penguin) => readonly number[],
  known: readonly Penguin[],
  asked: readonly Penguin[],
): number[] {
  const training = { rows: known.map(columns), targets: massesOf(known) };
  return Array.from(linearBaseline(training, asked.map(columns)));
}

const isSpecies = ({ species }: Penguin) => SPECIES.map((name) => Number(name === species));
const sizes = (bird: Penguin) => [bird.bill_length_mm, bird.bill_depth_mm, bird.flipper_length_mm];
const everything = (bird: Penguin) => [...isSpecies(bird), Number(bird.sex === 'male'), ...sizes(bird)];

const quantitative = (field: string, title: string, domain: readonly number[], axis: object = {}) => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain, nice: false },
  axis,
});

export const pictures = definePictures(exports, {
  'predicted-and-true': {
    title: 'Predicted and true mass',
    description:
      'The masses that the network predicts for 60 birds that it has never seen, over their true masses: a cloud along the diagonal, about as narrow as that of least squares. Predicting the mean would give a flat line.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { training, judged } = await birds();
      const masses = massesOf(judged);
      const network = await student.predictMass(await train(student), withoutMass(judged));
      const fitted = fittedMasses(everything, training, judged);
      const mean = lazyMasses(training, judged)[0]!;
      const values = masses.flatMap((mass, i) => [
        { by: 'network', mass, predicted: network[i] },
        { by: 'least squares', mass, predicted: fitted[i] },
      ]);
      const ticks = { values: [3000, 4000, 5000, 6000] };
      const x = quantitative('mass', 'true mass (g)', [2600, 6500], ticks);
      const y = quantitative('predicted', 'predicted mass (g)', [2600, 6500], ticks);
      const line = (points: readonly object[], paint: string) => ({
        data: { values: points },
        mark: { type: 'line', strokeDash: [4, 4], strokeWidth: 1.5, color: paint },
        encoding: { x, y },
      });
      const note = (mass: number, predicted: number, text: string, paint: string) => ({
        data: { values: [{ mass, predicted }] },
        mark: { type: 'text', align: 'right', fontWeight: 600, color: paint },
        encoding: { x, y, text: { value: text } },
      });
      return {
        width: 560,
        height: 340,
        layer: [
          line(
            [
              { mass: 2600, predicted: 2600 },
              { mass: 6500, predicted: 6500 },
            ],
            color.muted,
          ),
          line(
            [
              { mass: 2600, predicted: mean },
              { mass: 6500, predicted: mean },
            ],
            color.second,
          ),
          {
            data: { values },
            mark: { type: 'point', size: 45, opacity: 0.85 },
            encoding: {
              x,
              y,
              color: {
                field: 'by',
                type: 'nominal',
                title: null,
                scale: { domain: ['network', 'least squares'], range: [color.first, color.third] },
                legend: { orient: 'top-left' },
              },
              shape: {
                field: 'by',
                type: 'nominal',
                scale: { domain: ['network', 'least squares'], range: ['circle', 'cross'] },
              },
            },
          },
          note(6480, mean - 130, 'always the mean', color.second),
          note(6180, 6330, 'exactly right', color.muted),
        ],
      };
    },
  },

  'errors-beside-baselines': {
    title: 'How far off?',
    description:
      'Bars of the root of the mean squared error on 60 birds that nobody has seen: always the mean, a line through flipper lengths, least squares without species, least squares with all seven numbers, and the network. Each is better than the one before, the last ones by little.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { training, judged } = await birds();
      const masses = massesOf(judged);
      const network = await student.predictMass(await train(student), withoutMass(judged));
      const named: readonly (readonly [string, readonly number[]])[] = [
        ['always the mean', lazyMasses(training, judged)],
        ['a line through the flippers', fittedMasses((bird) => [bird.flipper_length_mm], training, judged)],
        [
          'least squares without species',
          fittedMasses((bird) => everything(bird).slice(SPECIES.length), training, judged),
        ],
        ['least squares, seven numbers', fittedMasses(everything, training, judged)],
        ['the network', network],
      ];
      const values = named.map(([by, predicted]) => {
        const rmse = rootMeanSquareOf(predicted, masses);
        return { by, rmse, text: `${rmse.toFixed(0)} g` };
      });
      const order = named.map(([by]) => by);
      const y = {
        field: 'by',
        type: 'nominal',
        title: null,
        sort: order,
        axis: { domain: false, labelLimit: 260 },
      };
      const x = quantitative('rmse', 'RMSE (g)', [0, 850]);
      return {
        width: 400,
        height: 220,
        data: { values },
        layer: [
          {
            mark: { type: 'bar' },
            encoding: {
              x,
              y,
              color: {
                condition: { test: "datum.by == 'the network'", value: color.first },
                value: color.muted,
              },
            },
          },
          {
            mark: { type: 'text', align: 'left', dx: 6, color: color.ink },
            encoding: { x, y, text: { field: 'text', type: 'nominal' } },
          },
        ],
      };
    },
  },

  'error-by-epoch': {
    title: 'The error in grams, epoch by epoch',
    description:
      'The root of the mean squared error on training and validation birds over 50 epochs. Both fall steeply in the first five and then stay close to the error of least squares.',
    async draw({ student, color }): Promise<PictureSpec> {
      const { training, validation } = await birds();
      const { history } = await train(student);
      const simple = rootMeanSquareOf(fittedMasses(everything, training, validation), massesOf(validation));
      const curves = [
        { on: 'training birds', errors: history.trainRmse },
        { on: 'validation birds', errors: history.validationRmse },
        { on: 'least squares, on validation birds', errors: history.validationRmse.map(() => simple) },
      ];
      const values = curves.flatMap(({ on, errors }) => errors.map((rmse, epoch) => ({ on, epoch, rmse })));
      const most = 100 * Math.ceil(Math.max(...values.map(({ rmse }) => rmse)) / 100);
      return {
        width: 560,
        height: 320,
        data: { values },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x: quantitative('epoch', 'epoch', [0, EPOCHS]),
          y: quantitative('rmse', 'RMSE (g)', [0, most]),
          color: {
            field: 'on',
            type: 'nominal',
            title: null,
            scale: {
              domain: curves.map(({ on }) => on),
              range: [color.first, color.second, color.muted],
            },
            legend: { orient: 'top-right' },
          },
        },
      };
    },
  },
});
