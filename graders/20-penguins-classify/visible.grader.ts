import { createStream, exercise, expect, tensorValue, TensorValue } from 'descent/grading';
import { dividePenguins } from '../../datasets/penguins/penguins.ts';
import { labelsOf, withoutSpecies } from './birds.ts';
import { exports } from './exports.ts';
import { crossEntropyOf, rowsOf } from './judge.ts';

/** The first bird of the lesson. */
const gentoo = {
  island: 'Biscoe',
  bill_length_mm: 48.7,
  bill_depth_mm: 15.1,
  flipper_length_mm: 222,
  body_mass_g: 5350,
  sex: 'male',
  year: 2007,
};
/** A small one. */
const adelie = {
  island: 'Dream',
  bill_length_mm: 37.2,
  bill_depth_mm: 18.1,
  flipper_length_mm: 187,
  body_mass_g: 3400,
  sex: 'female',
  year: 2009,
};

/** Scaled rows, ordinary and far off. */
const STRANGE_BIRDS = [
  [0, 0, 0, 0, 0],
  [3, -2, 1, 0.5, -1],
  [-1, 1, -1, 1, -1],
  [20, 20, 20, 20, 20],
];
const FIVE_NUMBERS = 'five numbers of two birds';
const NETWORK = 'a network from five numbers to three probabilities';

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What a network says of scaled rows: a row of three numbers for each. */
async function outputsOf(
  model: { predict(inputs: unknown): Promise<unknown> },
  rows: readonly (readonly number[])[],
): Promise<number[][]> {
  const predicted = await model.predict(tensorValue(rows.flat(), [rows.length, 5]));
  expect(predicted, `the prediction for ${rows.length} birds`).toHaveShape([rows.length, 3]);
  // Lists of lists have a shape, too.
  return predicted instanceof TensorValue ? rowsOf(predicted.data, 3) : (predicted as number[][]);
}

exercise('20-penguins-classify', exports, ({ check, student, once }) => {
  // Everybody gets the same birds here; the hidden checks draw others.
  const birds = dividePenguins(createStream(20).derive('visible'));
  const options = { epochs: 50, seed: 3 };
  const train = async () => {
    const { training, validation } = await birds;
    return student.run(training, validation, options);
  };
  /** The one run that several checks look at. */
  const run = once(train);

  check(
    FIVE_NUMBERS,
    { task: 1, points: 2, hint: 'Which columns say what a bird is like? What stands for the sex?' },
    async () => {
      expect(await student.features([gentoo, adelie]), 'what features returns').toEqual([
        [48.7, 15.1, 222, 5350, 1],
        [37.2, 18.1, 187, 3400, 0],
      ]);
    },
  );

  check(
    'mean and standard deviation of small columns',
    { task: 2, points: 2, hint: 'Is it a mean over the rows, for each column? Is the root taken?' },
    async () => {
      const { mean, sd } = await student.fitScaler([
        [1, 10, 5],
        [2, 20, 5],
        [3, 60, 5],
      ]);
      expect(mean, 'mean').toEqual([2, 30, 5]);
      [0.8165, 21.6025, 0].forEach((expected, column) => {
        expect(sd[column], `sd of column ${column}`).toBeCloseTo(expected, 4);
      });
    },
  );

  check(
    'scaled rows',
    { task: 2, points: 2, hint: 'What is left of a value at the mean? And of a column without any spread?' },
    async () => {
      const scaled = await student.scale([[3, 30, 5]], { mean: [2, 20, 5], sd: [0.5, 20, 0] });
      expect(scaled, 'what scale returns').toEqual([[2, 0.5, 0]]);
    },
  );

  check(
    NETWORK,
    { task: 3, points: 3, hint: 'What is the shape of one input, and what makes three numbers sum to 1?' },
    async () => {
      const model = await student.buildModel(1);
      const rows = await outputsOf(model, STRANGE_BIRDS);
      rows.forEach((row, bird) => {
        expect(Math.min(...row), `the least probability of bird ${bird}`).toBeGreaterThanOrEqual(0);
        expect(sum(row), `the sum of the probabilities of bird ${bird}`).toBeCloseTo(1, 4);
      });
    },
  );

  check(
    'the seed decides about the weights',
    { task: 3, points: 1, after: [NETWORK], hint: 'What do the initializers draw from?' },
    async () => {
      const predict = async (seed: number) => outputsOf(await student.buildModel(seed), STRANGE_BIRDS);
      await expect(() => predict(1), 'the untrained network of seed 1').toBeDeterministic();
      expect(await predict(2), 'the prediction with seed 2').not.toEqual(await predict(1));
    },
  );

  check(
    'a history from before the first epoch on',
    { task: 4, points: 2, hint: 'When is the first entry made, and how many are there in the end?' },
    async () => {
      const { history } = await run();
      for (const [name, values] of Object.entries(history)) {
        expect(values, `history.${name} after ${options.epochs} epochs`).toHaveLength(options.epochs + 1);
      }
    },
  );

  check(
    'the validation loss falls by half',
    {
      task: 4,
      points: 4,
      after: [FIVE_NUMBERS, NETWORK],
      hint: 'Are the rows scaled? Does every batch change the network?',
    },
    async () => {
      const { training, validation } = await birds;
      const labels = labelsOf(validation);
      const trained = await run();
      // Before training: the network that the exercise asks for, on the scale that it asks for.
      const inputs = await student.scale(
        await student.features(withoutSpecies(validation)),
        await student.fitScaler(await student.features(withoutSpecies(training))),
      );
      const untrained = await student.buildModel(options.seed);
      const start = crossEntropyOf(await outputsOf(untrained, inputs), labels);
      const answers = await student.predictSpecies(trained, withoutSpecies(validation));
      expect(answers, 'what predictSpecies returns').toHaveLength(validation.length);
      const end = crossEntropyOf(
        answers.map(({ probabilities }) => probabilities),
        labels,
      );
      // 20 seeds of the solution, other birds with each (wasm): mean 0.017, standard deviation 0.028, at most 0.114.
      expect(end / start, 'the loss after training, as a share of the loss before,').toBeLessThanOrEqual(0.5);
    },
  );

  check(
    'a Gentoo and an Adelie',
    { task: 5, points: 2, hint: 'Is a new bird scaled like those of the training?' },
    async () => {
      const [answer, other] = await student.predictSpecies(await run(), [gentoo, adelie]);
      expect(answer?.species, 'the species of the first bird').toBe('Gentoo');
      // The same 20: at least 0.99998.
      expect(answer?.probabilities[2], 'its probability of Gentoo').toBeGreaterThanOrEqual(0.9);
      expect(other?.species, 'the species of the second bird').toBe('Adelie');
    },
  );
});
