import { exercise, expect, linearBaseline } from 'descent/grading';
import { dividePenguins } from '../../datasets/penguins/penguins.ts';
import { massesOf, withoutMass } from './birds.ts';
import { drawBird, inKilograms } from './draw.ts';
import { exports } from './exports.ts';
import { meanOf, rootMeanSquareOf } from './judge.ts';
import { featuresOf } from './seven-numbers.ts';
import { deviationOf, explainedOf } from './variance.ts';

/** A run that is long enough to compare two networks. */
const brief = { epochs: 2, seed: 5 };

exercise('21-penguins-regress', exports, ({ check, student, stream, once }) => {
  /** Birds drawn for this trial: the same for all checks. */
  const divided = once(() => dividePenguins(stream('birds')));
  const train = once(async (epochs: number) => {
    const { training, validation } = await divided();
    const options = { epochs, seed: 1 + stream('seed').integer(1000) };
    return student.run(training, validation, options);
  });
  /** Three epochs: enough for what does not depend on success. */
  const begin = () => train(3);
  /** What a well-trained network says of the birds that are judged, and their true masses. */
  const judge = async () => {
    const { training, judged } = await divided();
    const predicted = await student.predictMass(await train(50), withoutMass(judged));
    expect(predicted, 'what predictMass returns for 60 birds').toHaveLength(judged.length);
    return { training, judged, predicted, masses: massesOf(judged) };
  };

  check(
    'seven numbers of any bird',
    { task: 1, points: 2, hint: 'Does each column hold what the lesson lists, for each species and sex?' },
    async () => {
      const random = stream('any birds');
      const some = Array.from({ length: 60 }, () => drawBird(random));
      expect(await student.features(some), 'what features returns').toEqual(featuresOf(some));
    },
  );

  check(
    'there and back with any values',
    {
      task: 2,
      points: 2,
      hint: 'What is the mean of the scaled values, what their spread? And if all are equal?',
    },
    async () => {
      const random = stream('values');
      const values = Array.from({ length: 25 }, () => 500 * random.uniform() + 7 * random.normal());
      const scale = await student.fitScale(values);
      const units = await student.toUnits(values, scale);
      expect(meanOf(units), 'the mean of the scaled values').toBeCloseTo(0, 5);
      expect(deviationOf(units), 'the standard deviation of the scaled values').toBeCloseTo(1, 5);
      expect(await student.toGrams(units, scale), 'what came back').toBeCloseToTensor(values, {
        absolute: 1e-6,
      });
      const equal = await student.fitScale([42, 42, 42]);
      expect(await student.toUnits([42, 42], equal), 'equal values, scaled').toEqual([0, 0]);
    },
  );

  check(
    'the report on any predictions',
    {
      task: 3,
      points: 3,
      hint: 'What is R² of the mean, and of something worse? Is the ratio predicted / true?',
    },
    async () => {
      const random = stream('predictions');
      const masses = Array.from({ length: 30 }, () => 2700 + 3600 * random.uniform());
      const worse = masses.map(() => 2000 + 6000 * random.uniform());
      for (const predicted of [
        masses.map((mass) => mass + 200 + 300 * random.normal()),
        masses.map(() => meanOf(masses)),
        worse,
      ]) {
        const { rmse, r2, ratioMean, ratioSd } = await student.report(predicted, masses);
        const ratios = predicted.map((value, i) => value / masses[i]!);
        expect(rmse, 'rmse').toBeCloseTo(rootMeanSquareOf(predicted, masses), 3);
        expect(r2, 'r2').toBeCloseTo(explainedOf(predicted, masses), 5);
        expect(ratioMean, 'ratioMean').toBeCloseTo(meanOf(ratios), 5);
        expect(ratioSd, 'ratioSd').toBeCloseTo(deviationOf(ratios), 5);
      }
    },
  );

  check(
    'the scales come from the training birds',
    { task: 5, points: 2, hint: 'Which birds may a scale see?' },
    async () => {
      const { training } = await divided();
      const { inputScales, massScale } = await begin();
      const rows = featuresOf(training);
      expect(inputScales, 'inputScales').toHaveLength(7);
      const columns = Array.from({ length: 7 }, (_, j) => rows.map((row) => row[j]!));
      [...columns, massesOf(training)].forEach((values, j) => {
        const [name, scale] = j < 7 ? [`inputScales[${j}]`, inputScales[j]!] : ['massScale', massScale];
        const mean = `the mean of ${name}, as a share of the right one`;
        expect(scale.mean / meanOf(values), mean).toBeCloseTo(1, 5);
        const sd = `the sd of ${name}, as a share of the right one`;
        expect(scale.sd / deviationOf(values), sd).toBeCloseTo(1, 5);
      });
    },
  );

  check(
    'the history is in grams, of all validation birds at once',
    {
      task: 5,
      points: 3,
      hint: 'Which birds are looked at after an epoch, in which unit? Where is the root taken?',
    },
    async () => {
      const { validation } = await divided();
      const trained = await begin();
      const answers = await student.predictMass(trained, withoutMass(validation));
      const error = rootMeanSquareOf(answers, massesOf(validation));
      const { validationRmse } = trained.history;
      // The network may be that of the last epoch, or that of the lowest error: its entry tells which.
      const [nearest] = [validationRmse.at(-1)!, Math.min(...validationRmse)].sort(
        (one, other) => Math.abs(one - error) - Math.abs(other - error),
      );
      expect(nearest! / error, 'the last entry of validationRmse, as a share of the true error').toBeCloseTo(
        1,
        3,
      );
    },
  );

  check(
    'the same seed, the same network',
    { task: 5, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const { training, validation } = await divided();
      const some = withoutMass(validation);
      const again = async () => student.predictMass(await student.run(training, validation, brief), some);
      await expect(again, 'two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'weighed in kilograms, the same network',
    { task: 5, points: 2, hint: 'What does the network see of the masses: does it depend on their unit?' },
    async () => {
      const { training, validation } = await divided();
      const some = withoutMass(validation);
      const grams = await student.predictMass(await student.run(training, validation, brief), some);
      const other = await student.run(inKilograms(training), inKilograms(validation), brief);
      const kilograms = await student.predictMass(other, some);
      const apart = rootMeanSquareOf(
        kilograms.map((mass) => 1000 * mass),
        grams,
      );
      expect(
        apart / deviationOf(massesOf(training)),
        'how far the two differ, as a share of the standard deviation of the masses,',
      ).toBeLessThanOrEqual(0.15);
    },
  );

  check(
    'each mass depends on its own bird',
    { task: 6, points: 2, hint: 'Which mean is subtracted from a bird that is asked about alone?' },
    async () => {
      const { judged } = await divided();
      const some = withoutMass(judged.slice(0, 12));
      const trained = await begin();
      const together = await student.predictMass(trained, some);
      for (const [place, bird] of some.entries()) {
        const [alone] = await student.predictMass(trained, [bird]);
        expect(
          alone! / together[place]!,
          `the mass of bird ${place} alone, as a share of it among others`,
        ).toBeCloseTo(1, 4);
      }
    },
  );

  // Each trial draws other birds and another seed: one unlucky draw of three does no harm.
  const target = { seeds: { count: 3, quorum: 2 }, timeout: 90 } as const;
  check(
    'far better than the mean',
    { task: 5, points: 2, ...target, hint: 'Does each row still belong to its mass? Are the masses scaled?' },
    async () => {
      const { training, predicted, masses } = await judge();
      const mean = meanOf(massesOf(training));
      const lazy = Math.sqrt(meanOf(masses.map((mass) => (mass - mean) ** 2)));
      // 20 seeds of the solution, other birds with each (wasm): mean 0.378, standard deviation 0.017, at most 0.401.
      expect(rootMeanSquareOf(predicted, masses) / lazy, 'the RMSE, as a share of that of the mean,').toReach(
        0.55,
        { better: 'lower', baseline: 1 },
      );
    },
  );

  check(
    'three quarters of the variance explained',
    { task: 5, points: 2, ...target, hint: 'Does it tell heavy birds from light ones of the same species?' },
    async () => {
      const { predicted, masses } = await judge();
      // The same 20: mean 0.856, standard deviation 0.012, at least 0.839.
      expect(explainedOf(predicted, masses), 'R²').toReach(0.75, { better: 'higher', baseline: 0 });
    },
  );

  check(
    'as good as least squares',
    {
      task: 5,
      points: 3,
      partial: [
        [1.3, 1],
        [1.12, 3],
      ],
      ...target,
      hint: 'Is it trained long enough, with a learning rate that fits? And not so long that it learns by heart?',
    },
    async () => {
      const { training, judged, predicted, masses } = await judge();
      const known = { rows: featuresOf(training), targets: massesOf(training) };
      const simple = Array.from(linearBaseline(known, featuresOf(judged)));
      // The same 20: mean 1.006, standard deviation 0.033, at most 1.060.
      return rootMeanSquareOf(predicted, masses) / rootMeanSquareOf(simple, masses);
    },
  );

  check(
    'right on the average',
    {
      task: 5,
      points: 2,
      ...target,
      hint: 'Are its masses too large or too small as a whole? Is any negative?',
    },
    async () => {
      const { predicted, masses } = await judge();
      expect(Math.min(...predicted), 'the least predicted mass').toBeGreaterThan(0);
      const ratio = meanOf(predicted.map((value, i) => value / masses[i]!));
      // The same 20: mean 1.007, standard deviation 0.012, from 0.983 to 1.027.
      expect(ratio, 'the mean of predicted / true mass').toBeGreaterThanOrEqual(0.95);
      expect(ratio, 'the mean of predicted / true mass').toBeLessThanOrEqual(1.05);
    },
  );
});
