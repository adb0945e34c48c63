import { createStream, exercise, expect, tensorValue, TensorValue } from 'descent/grading';
import { dividePenguins } from '../../datasets/penguins/penguins.ts';
import { massesOf, withoutMass } from './birds.ts';
import { exports } from './exports.ts';
import { rootMeanSquareOf } from './judge.ts';

/** The first bird of the lesson. */
const gentoo = {
  species: 'Gentoo',
  island: 'Biscoe',
  bill_length_mm: 48.7,
  bill_depth_mm: 15.1,
  flipper_length_mm: 222,
  sex: 'male',
  year: 2007,
};
/** The second one, which is small. */
const adelie = {
  species: 'Adelie',
  island: 'Dream',
  bill_length_mm: 37.2,
  bill_depth_mm: 18.1,
  flipper_length_mm: 187,
  sex: 'female',
  year: 2009,
};

type Rows = readonly (readonly number[])[];

const SEVEN_NUMBERS = 'seven numbers of two birds';
const NETWORK = 'a network from seven numbers to one';

/** Scaled rows of birds that do not exist. */
function strangeRows(): number[][] {
  const random = createStream(21).derive('strange birds');
  return Array.from({ length: 40 }, () => Array.from({ length: 7 }, () => 2 * random.normal()));
}

/** What a network says of scaled rows: a number for each. */
async function outputsOf(
  model: { predict(inputs: unknown): Promise<unknown> },
  rows: Rows,
): Promise<number[]> {
  const predicted = await model.predict(tensorValue(rows.flat(), [rows.length, 7]));
  expect(predicted, `the prediction for ${rows.length} birds`).toHaveShape([rows.length, 1]);
  // Lists of lists have a shape, too.
  return predicted instanceof TensorValue ? Array.from(predicted.data) : (predicted as number[][]).flat();
}

exercise('21-penguins-regress', exports, ({ check, student, once }) => {
  // Everybody gets the same birds here; the hidden checks draw others.
  const birds = dividePenguins(createStream(21).derive('visible'));
  const seed = 3;
  const train = async (epochs: number) => {
    const { training, validation } = await birds;
    return student.run(training, validation, { epochs, seed });
  };
  /** The one long run that several checks look at. */
  const run = once(() => train(30));

  check(
    SEVEN_NUMBERS,
    {
      task: 1,
      points: 2,
      hint: 'What stands for the sex, and what for each species? Is anything else in it?',
    },
    async () => {
      expect(await student.features([gentoo, adelie]), 'what features returns').toEqual([
        [48.7, 15.1, 222, 1, 0, 0, 1],
        [37.2, 18.1, 187, 0, 1, 0, 0],
      ]);
    },
  );

  check(
    'the scale of three masses',
    { task: 2, points: 2, hint: 'Divide by the number of values, in both means. Is the root taken?' },
    async () => {
      const { mean, sd } = await student.fitScale([3000, 4000, 5000]);
      expect(mean, 'mean').toBeCloseTo(4000, 4);
      expect(sd, 'sd').toBeCloseTo(816.4966, 3);
    },
  );

  check(
    'three masses to units and back',
    { task: 2, points: 2, hint: 'What is at the mean, and what one standard deviation above it?' },
    async () => {
      const scale = { mean: 4000, sd: 500 };
      expect(await student.toUnits([3000, 4000, 5500], scale), 'what toUnits returns').toEqual([-2, 0, 3]);
      expect(await student.toGrams([-2, 0, 3], scale), 'what toGrams returns').toEqual([3000, 4000, 5500]);
    },
  );

  check(
    'the report on three birds',
    { task: 3, points: 3, hint: 'Each number by hand, as in the lesson: which one differs?' },
    async () => {
      const { rmse, r2, ratioMean, ratioSd } = await student.report([3300, 4000, 4500], [3000, 4000, 5000]);
      expect(rmse, 'rmse').toBeCloseTo(336.6502, 3);
      expect(r2, 'r2').toBeCloseTo(0.83, 4);
      expect(ratioMean, 'ratioMean').toBeCloseTo(1, 4);
      expect(ratioSd, 'ratioSd').toBeCloseTo(0.0816, 4);
    },
  );

  check(
    NETWORK,
    { task: 4, points: 2, hint: 'What is the shape of one input, and how many numbers are asked for?' },
    async () => {
      await outputsOf(await student.buildModel(1), strangeRows());
    },
  );

  check(
    'a mass may be below the mean or above it',
    { task: 4, points: 1, after: [NETWORK], hint: 'Which numbers can the last activation give?' },
    async () => {
      const outputs: number[] = [];
      for (const own of [1, 2, 3, 4, 5]) {
        outputs.push(...(await outputsOf(await student.buildModel(own), strangeRows())));
      }
      expect(Math.min(...outputs), 'the least output of five untrained networks').toBeLessThan(0);
      expect(Math.max(...outputs), 'the largest output of five untrained networks').toBeGreaterThan(0);
    },
  );

  check(
    'the seed decides about the weights',
    { task: 4, points: 1, after: [NETWORK], hint: 'What do the initializers draw from?' },
    async () => {
      const predict = async (own: number) => outputsOf(await student.buildModel(own), strangeRows());
      await expect(() => predict(1), 'the untrained network of seed 1').toBeDeterministic();
      expect(await predict(2), 'the prediction with seed 2').not.toEqual(await predict(1));
    },
  );

  check(
    'a history from before the first epoch on',
    { task: 5, points: 2, hint: 'When is the first entry made, and how many are there in the end?' },
    async () => {
      const { history } = await train(2);
      for (const [name, values] of Object.entries(history)) {
        expect(values, `history.${name} after 2 epochs`).toHaveLength(3);
      }
    },
  );

  check(
    'the validation error falls by half',
    {
      task: 5,
      points: 3,
      after: [SEVEN_NUMBERS, NETWORK],
      hint: 'Are columns and masses scaled? Does every batch change the network?',
    },
    async () => {
      const { training, validation } = await birds;
      const masses = massesOf(validation);
      const trained = await run();
      // Before training: the network that the exercise asks for, on the scales that it asks for.
      const known = await student.features(withoutMass(training));
      const columns: (readonly number[])[] = [];
      for (const [j, column] of transposed(await student.features(withoutMass(validation))).entries()) {
        columns.push(await student.toUnits(column, await student.fitScale(transposed(known)[j]!)));
      }
      const units = await outputsOf(await student.buildModel(seed), transposed(columns));
      const untrained = await student.toGrams(units, await student.fitScale(massesOf(training)));
      const start = rootMeanSquareOf(untrained, masses);
      const answers = await student.predictMass(trained, withoutMass(validation));
      expect(answers, 'what predictMass returns').toHaveLength(validation.length);
      const end = rootMeanSquareOf(answers, masses);
      // 20 seeds of the solution, other birds with each (wasm): mean 0.283, standard deviation 0.063, at most 0.437.
      expect(end / start, 'the RMSE after training, as a share of the one before,').toBeLessThanOrEqual(0.5);
    },
  );

  check(
    'a Gentoo and an Adelie',
    {
      task: 6,
      points: 2,
      hint: 'Is a new bird scaled like those of the training? And the answer scaled back?',
    },
    async () => {
      const [heavy, light] = await student.predictMass(await run(), [gentoo, adelie]);
      // The same 20: 5403 and 3384 in the mean, standard deviations 47 and 54.
      expect(heavy, 'the mass of the Gentoo').toBeGreaterThanOrEqual(4900);
      expect(heavy, 'the mass of the Gentoo').toBeLessThanOrEqual(5900);
      expect(light, 'the mass of the Adelie').toBeGreaterThanOrEqual(2900);
      expect(light, 'the mass of the Adelie').toBeLessThanOrEqual(3900);
    },
  );
});

/** A list for each column. */
function transposed(rows: Rows): number[][] {
  const columns = rows[0]!.map((): number[] => []);
  for (const row of rows) row.forEach((value, place) => columns[place]!.push(value));
  return columns;
}
