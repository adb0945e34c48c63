import { exercise, expect, logisticBaseline, type Stream } from 'descent/grading';
import { dividePenguins, SPECIES } from '../../datasets/penguins/penguins.ts';
import { labelsOf, withoutSpecies, type Bird } from './birds.ts';
import { exports } from './exports.ts';
import { featuresOf } from './five-numbers.ts';
import { accuracyOf, crossEntropyOf, macroF1Of, mostProbable, rowsOf } from './judge.ts';

/** A bird that nobody has seen. */
function drawBird(stream: Stream): Bird {
  return {
    island: ['Biscoe', 'Dream', 'Torgersen'][stream.integer(3)]!,
    bill_length_mm: 32 + stream.integer(28),
    bill_depth_mm: 13 + stream.integer(9),
    flipper_length_mm: 170 + stream.integer(62),
    body_mass_g: 2700 + stream.integer(3600),
    sex: stream.integer(2) === 0 ? 'female' : 'male',
    year: 2007 + stream.integer(3),
  };
}

exercise('20-penguins-classify', exports, ({ check, student, stream, once }) => {
  /** Birds drawn for this trial: the same for all checks. */
  const divided = once(() => dividePenguins(stream('birds')));

  const train = once(async (epochs: number) => {
    const { training, validation } = await divided();
    const seed = 1 + stream('seed').integer(1000);
    return student.run(training, validation, { seed, epochs });
  });
  /** Three epochs: enough for what does not depend on success. */
  const begin = () => train(3);

  /** What the trained network says of the birds that are judged, and their true species. */
  const judge = async () => {
    const { judged } = await divided();
    const answers = await student.predictSpecies(await train(50), withoutSpecies(judged));
    expect(answers, 'what predictSpecies returns for 60 birds').toHaveLength(judged.length);
    return { predicted: answers.map(({ species }) => SPECIES.indexOf(species)), labels: labelsOf(judged) };
  };

  check(
    'five numbers of any bird',
    { task: 1, points: 1, hint: 'Does each column hold what the lesson lists, in that order?' },
    async () => {
      const random = stream('any birds');
      // So many that birds at both ends of every range are among them.
      const some = Array.from({ length: 200 }, () => drawBird(random));
      expect(await student.features(some), 'what features returns').toEqual(featuresOf(some));
    },
  );

  check(
    'neither island nor year',
    { task: 1, points: 1, hint: 'Would the same bird on another island be another species?' },
    async () => {
      const bird = drawBird(stream('moved bird'));
      const moved = { ...bird, island: bird.island === 'Dream' ? 'Biscoe' : 'Dream', year: bird.year + 1 };
      expect(await student.features([moved]), 'the numbers of a bird that has moved').toEqual(
        await student.features([bird]),
      );
    },
  );

  check(
    'the scale comes from the training birds',
    { task: 4, points: 2, hint: 'Which birds may the scaler see?' },
    async () => {
      const { training } = await divided();
      const { scaler } = await begin();
      const rows = featuresOf(training);
      for (let column = 0; column < 5; column++) {
        const values = rows.map((row) => row[column]!);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(
          scaler.mean[column]! / mean,
          `the mean of column ${column}, as a share of the right one`,
        ).toBeCloseTo(1, 4);
      }
    },
  );

  check(
    'the losses are those of the validation birds',
    { task: 4, points: 3, hint: 'Which birds are looked at after an epoch? Does every bird count alike?' },
    async () => {
      const { validation } = await divided();
      const result = await begin();
      const answers = await student.predictSpecies(result, withoutSpecies(validation));
      const labels = labelsOf(validation);
      const probabilities = answers.map((answer) => answer.probabilities);
      const { validationLoss, validationAccuracy } = result.history;
      // The network may be that of the last epoch, or that of the lowest loss: its entry tells which.
      const lowest = validationLoss.indexOf(Math.min(...validationLoss));
      const loss = crossEntropyOf(probabilities, labels);
      const [nearest] = [validationLoss.length - 1, lowest].sort(
        (one, other) => Math.abs(validationLoss[one]! - loss) - Math.abs(validationLoss[other]! - loss),
      );
      expect(validationLoss[nearest!], 'the last entry of validationLoss').toBeCloseTo(loss, 4);
      const accuracy = accuracyOf(mostProbable(probabilities), labels);
      expect(validationAccuracy[nearest!], 'the last entry of validationAccuracy').toBeCloseTo(accuracy, 3);
    },
  );

  check(
    'the same seed, the same network',
    { task: 4, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const { training, validation } = await divided();
      const some = withoutSpecies(validation);
      const short = async () =>
        student.predictSpecies(await student.run(training, validation, { epochs: 2, seed: 5 }), some);
      await expect(short, 'two epochs with seed 5').toBeDeterministic();
    },
  );

  check(
    'each answer depends on its own bird',
    { task: 5, points: 2, hint: 'Which mean is subtracted from a bird that is asked about alone?' },
    async () => {
      const { judged } = await divided();
      const some = withoutSpecies(judged.slice(0, 12));
      const result = await begin();
      const together = await student.predictSpecies(result, some);
      for (const [place, bird] of some.entries()) {
        const [alone] = await student.predictSpecies(result, [bird]);
        expect(
          alone?.probabilities,
          `the probabilities of bird ${place}, asked about alone`,
        ).toBeCloseToTensor(together[place]!.probabilities, { absolute: 1e-4 });
      }
    },
  );

  check(
    'the species is the most probable one',
    { task: 5, points: 1, hint: 'Which place has the largest probability, and which name stands there?' },
    async () => {
      const random = stream('strange birds');
      const some = Array.from({ length: 20 }, () => drawBird(random));
      const answers = await student.predictSpecies(await begin(), some);
      for (const [place, { species, probabilities }] of answers.entries()) {
        const [best] = mostProbable([probabilities]);
        expect(species, `the species of bird ${place}`).toBe(SPECIES[best!]);
      }
    },
  );

  const target = { seeds: { count: 3, quorum: 2 }, timeout: 90 } as const;
  check(
    '57 of 60 birds right',
    {
      task: 4,
      points: 3,
      ...target,
      hint: 'Are the rows scaled? Is the network large enough, the learning rate fit?',
    },
    async () => {
      const { predicted, labels } = await judge();
      // 20 seeds of the solution, other birds with each (wasm): mean 0.992, standard deviation 0.008, at least 0.983.
      expect(accuracyOf(predicted, labels), 'the share of right answers').toBeGreaterThanOrEqual(57 / 60);
    },
  );

  check(
    'every species is found',
    { task: 4, points: 2, ...target, hint: 'Which species is mistaken for which? The rarest has 68 birds.' },
    async () => {
      const { predicted, labels } = await judge();
      // The same 20: mean 0.992, standard deviation 0.008, at least 0.983.
      expect(macroF1Of(predicted, labels), 'the macro F1').toBeGreaterThanOrEqual(0.94);
    },
  );

  check(
    'as good as logistic regression',
    { task: 4, points: 2, ...target, hint: 'What does a network without hidden layers reach?' },
    async () => {
      const { training, judged } = await divided();
      const known = { rows: featuresOf(training), labels: labelsOf(training), classes: SPECIES.length };
      const simple = mostProbable(rowsOf(logisticBaseline(known, featuresOf(judged)), SPECIES.length));
      const { predicted, labels } = await judge();
      // The same 20: 0.003 better in the mean, standard deviation 0.009, once a bird (0.017) worse; two birds fail.
      expect(accuracyOf(predicted, labels), 'the share of right answers').toBeGreaterThanOrEqual(
        accuracyOf(simple, labels) - 0.02,
      );
    },
  );
});
