import { expect, type CheckContext } from 'descent/grading';
import {
  divideBirds,
  fiveNumbers,
  fourNumbers,
  massesOf,
  speciesOf,
  withMasses,
  withSpecies,
} from './birds.ts';
import type { exports } from './exports.ts';
import { accuracyOf, rootMeanSquareOf } from './judge.ts';

/** Adds the hidden checks of tasks 4 and 5: what the network makes of birds that are scaled, and of birds that are not. */
export function checkNetworks({ check, student, stream, once }: CheckContext<typeof exports>): void {
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
        // Without any training, which makes no difference here: the same network gets the same birds twice.
        const options = { kind, epochs: 0, seed: seed() };
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
      const options = { kind: 'standard', epochs: 0, seed: seed() };
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
}
