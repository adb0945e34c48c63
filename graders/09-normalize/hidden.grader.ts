import { exercise, expect, type Stream } from 'descent/grading';
import {
  divideBirds,
  fiveNumbers,
  fourNumbers,
  massesOf,
  speciesOf,
  withMasses,
  withSpecies,
} from './birds.ts';
import { exports } from './exports.ts';
import { accuracyOf, deviationOf, meanOf, rootMeanSquareOf } from './judge.ts';

/** 5 to 12 rows of four columns: small numbers, negative ones, large ones, and one without spread. */
function drawRows(stream: Stream): number[][] {
  const constant = 1 + stream.integer(9);
  return Array.from({ length: 5 + stream.integer(8) }, () => [
    stream.normal(),
    -30 + 5 * stream.normal(),
    4000 + 800 * stream.normal(),
    constant,
  ]);
}

const columnsOf = (rows: readonly (readonly number[])[]) =>
  rows[0]!.map((_, column) => rows.map((row) => row[column]!));

exercise('09-normalize', exports, ({ check, student, stream, once }) => {
  /** Birds drawn for this trial: the same for all checks. */
  const birds = once(() => divideBirds(stream('birds')));
  const seed = () => 1 + stream('seed').integer(1000);

  /** The share of the judged birds that are named rightly after 30 epochs. */
  const accuracy = async (kind: string) => {
    const { training, judged } = await birds();
    const known = withSpecies(training);
    const options = { kind, epochs: 30, seed: seed() };
    const { probabilities } = await student.classify(known, fiveNumbers(judged), options);
    expect(probabilities, 'the probabilities of 60 birds').toHaveShape([60, 3]);
    return accuracyOf(probabilities, speciesOf(judged));
  };

  /** The error of the masses of the judged birds in grams after 30 epochs. */
  const error = async (kind: string) => {
    const { training, judged } = await birds();
    const known = withMasses(training);
    const options = { kind, epochs: 30, seed: seed() };
    const masses = await student.weigh(known, fourNumbers(judged), options);
    expect(masses, 'the masses of 60 birds').toHaveLength(judged.length);
    return rootMeanSquareOf(masses, massesOf(judged));
  };

  check(
    'any columns',
    { task: 1, points: 2, hint: 'Try a column of negative numbers, and rows of one and of five columns.' },
    async () => {
      const random = stream('columns');
      for (let trial = 0; trial < 3; trial++) {
        const rows = drawRows(random);
        const columns = columnsOf(rows);
        const smallest = columns.map((column) => Math.min(...column));
        const ranges = columns.map((column, index) => Math.max(...column) - smallest[index]!);
        const zeros = columns.map(() => 0);
        const wanted = {
          standard: [columns.map(meanOf), columns.map(deviationOf)],
          minMax: [smallest, ranges],
          mean: [zeros, columns.map(meanOf)],
          none: [zeros, columns.map(() => 1)],
        } as const;
        for (const [kind, [shift, scale]] of Object.entries(wanted)) {
          const fitted = await student.fitScaler(rows, kind);
          expect(fitted.shift, `shift of "${kind}"`).toBeCloseToTensor(shift, { absolute: 1e-5 });
          expect(fitted.scale, `scale of "${kind}"`).toBeCloseToTensor(scale, { absolute: 1e-5 });
        }
      }
    },
  );

  check(
    'a column far from 0',
    {
      task: 1,
      points: 1,
      hint: 'The mean of the squares minus the square of the mean are two huge numbers. How many of their digits are right?',
    },
    async () => {
      const random = stream('far');
      // Like milliseconds since 1970: of 10²⁴ a number with 53 bits has only 16 digits.
      const start = 1e12 * (1 + random.uniform());
      const values = Array.from({ length: 12 }, () => Math.floor(1000 * random.uniform()));
      const rows = values.map((value) => [Math.floor(start) + value]);
      const { scale } = await student.fitScaler(rows, 'standard');
      expect(scale[0]! / deviationOf(values), 'the deviation, as a share of the right one').toBeCloseTo(1, 3);
    },
  );

  check(
    'mean 0 and deviation 1',
    { task: 2, points: 1, hint: 'Does each column use its own shift and its own scale?' },
    async () => {
      const random = stream('scaled');
      const rows = drawRows(random);
      const columns = columnsOf(await student.transform(rows, await student.fitScaler(rows, 'standard')));
      columns.forEach((column, index) => {
        expect(meanOf(column), `the mean of column ${index}`).toBeCloseTo(0, 6);
        const deviation = index === 3 ? 0 : 1;
        expect(deviationOf(column), `the deviation of column ${index}`).toBeCloseTo(deviation, 6);
      });
    },
  );

  check(
    'new rows may lie outside',
    { task: 2, points: 1, hint: 'A bird larger than any before: what does minMax make of it?' },
    async () => {
      const random = stream('outside');
      const [low, range] = [10 * random.normal(), 1 + random.uniform()];
      const rows = [-0.5, 0.25, 1.75].map((share) => [low + share * range]);
      const scaled = await student.transform(rows, { shift: [low], scale: [range] });
      expect(scaled, 'what transform returns').toBeCloseToTensor([[-0.5], [0.25], [1.75]], {
        absolute: 1e-6,
      });
    },
  );

  check(
    'there and back again',
    { task: 2, points: 2, hint: 'Which value has a column without spread, and where is it kept?' },
    async () => {
      const random = stream('back');
      const rows = drawRows(random);
      for (const kind of ['standard', 'minMax', 'mean', 'none']) {
        const scaler = await student.fitScaler(rows, kind);
        const back = await student.inverse(await student.transform(rows, scaler), scaler);
        expect(back, `the rows scaled by "${kind}" and taken back`).toBeCloseToTensor(rows, {
          absolute: 1e-6,
        });
      }
    },
  );

  check(
    'how narrow any valley is',
    {
      task: 3,
      points: 2,
      hint: 'What becomes of it when 100 is added to every x, and when x is standardized?',
    },
    async () => {
      const random = stream('valleys');
      for (const [mean, deviation] of [
        [0, 1],
        [0, 0.1 + random.uniform()],
        [5 * random.normal(), 1 + random.uniform()],
        [4000, 800],
      ] as const) {
        const xs = Array.from({ length: 9 }, () => mean + deviation * random.normal());
        const name = `the condition number of ${xs.map((x) => Number(x.toPrecision(3))).join(', ')}`;
        const ratio = (await student.conditionNumber(xs)) / valleyOf(xs);
        expect(ratio, `${name}, as a share of the right one,`).toBeCloseTo(1, 3);
      }
      const rows = Array.from({ length: 9 }, () => [200 + 14 * random.normal()]);
      const scaled = await student.transform(rows, await student.fitScaler(rows, 'standard'));
      const standardized = await student.conditionNumber(scaled.map(([x]) => x!));
      expect(standardized, 'the condition number of a standardized column').toBeCloseTo(1, 3);
    },
  );

  check(
    'one scale for all, that of training',
    {
      task: 4,
      points: 1,
      hint: 'Does what is said of a bird change with the birds that are asked about beside it?',
    },
    async () => {
      const { training, judged } = await birds();
      const known = withSpecies(training);
      const some = fiveNumbers(judged.slice(0, 6));
      const giants = some.map((row) => row.map((value) => 10 * value));
      for (const kind of ['standard', 'minMax']) {
        const options = { kind, epochs: 1, seed: seed() };
        const alone = await student.classify(known, some, options);
        const among = await student.classify(known, [...some, ...giants], options);
        const name = `the probabilities of six birds (${kind}), with giants beside them`;
        expect(among.probabilities.slice(0, 6), name).toBeCloseToTensor(alone.probabilities, {
          absolute: 1e-4,
        });
      }
    },
  );

  check(
    'scaled: 56 of 60 birds right',
    {
      task: 4,
      points: 2,
      partial: [
        [0.85, 1],
        [0.93, 2],
      ],
      hint: 'Is the scaler fitted before the rows are transformed, and are both lists transformed?',
    },
    async () => {
      // 40 seeds of the solution, other birds with each (wasm): mean 0.995, standard deviation 0.008, at least 0.967.
      const reached = await accuracy('standard');
      expect(reached, 'the share of right answers').toBeGreaterThanOrEqual(0.85);
      return reached;
    },
  );

  check(
    'as they are: no better than guessing',
    { task: 4, points: 1, hint: 'With "none", does the network get what you were given?' },
    async () => {
      // 20 of these seeds: it names one species only, whatever its share; mean 0.334, standard deviation 0.116, at most 0.517. More
      // than 0.65 would need 40 Adelies among 60 birds, where 26 are expected with a standard deviation of 3.5.
      expect(await accuracy('none'), 'the share of right answers, unscaled,').toBeLessThanOrEqual(0.65);
    },
  );

  check(
    'one scale for all masses',
    { task: 5, points: 1, hint: 'Which birds may decide about the scale of the inputs?' },
    async () => {
      const { training, judged } = await birds();
      const known = withMasses(training);
      const some = fourNumbers(judged.slice(0, 6));
      const giants = some.map((row) => row.map((value) => 10 * value));
      const options = { kind: 'standard', epochs: 1, seed: seed() };
      const alone = await student.weigh(known, some, options);
      const among = await student.weigh(known, [...some, ...giants], options);
      expect(among.slice(0, 6), 'the masses of six birds, with giants beside them').toBeCloseToTensor(alone, {
        absolute: 0.1,
      });
    },
  );

  check(
    'scaled: masses within 460 g',
    {
      task: 5,
      points: 3,
      partial: [
        [700, 1],
        [460, 3],
      ],
      hint: 'Are the inputs scaled to the standard, too? Are the outputs taken back to grams by the scaler of the masses?',
    },
    async () => {
      // 40 seeds of the solution, other birds with each (wasm): mean 315, standard deviation 28, at most 368. The mean mass
      // as the answer for all has 817.
      const reached = await error('standard');
      expect(reached, 'the root mean squared error in grams').toBeLessThanOrEqual(700);
      return reached;
    },
  );

  check(
    'in grams: more than 600 g off',
    { task: 5, points: 1, hint: 'With "none", does the network learn the masses as they are?' },
    async () => {
      // 20 of these seeds: mean 2697, standard deviation 266, at least 2120.
      expect(await error('none'), 'the root mean squared error in grams, unscaled,').toBeGreaterThanOrEqual(
        600,
      );
    },
  );
});

/** λ₁ / λ₂, where the two are 1 + q ± the root of (1 − q)² + 4m², halved, and their product is the variance. */
function valleyOf(xs: readonly number[]): number {
  const [mean, variance] = [meanOf(xs), deviationOf(xs) ** 2];
  const square = variance + mean ** 2;
  const steepest = (1 + square + Math.hypot(1 - square, 2 * mean)) / 2;
  return steepest ** 2 / variance;
}
