import { exercise, expect, type ExperimentRun } from 'descent/grading';
import { accuracyOf, crossEntropyOf, dividePenguins } from './penguins.ts';

exercise('01-first-fit', {}, ({ check, experiment, once }) => {
  // Every fifth penguin is held back; what comes before and after training is computed on those.
  const penguins = dividePenguins((index) => index % 5 === 0);
  const train = async (): Promise<ExperimentRun> =>
    experiment({ data: { penguins: (await penguins).training } });
  /** The first run, which several checks look at. */
  const run = once(train);

  check(
    'the file runs',
    {
      task: 1,
      points: 1,
      hint: 'Is every TODO filled in? Each message names a line, and says what is expected there.',
    },
    async () => {
      const { status, reason } = await run();
      expect(status, `the end of the training (${reason})`).not.toBe('failed');
    },
  );

  check(
    'a probability for each species',
    { task: 1, points: 2, after: ['the file runs'], hint: 'Which column is the target?' },
    async () => {
      const { species, heldOut } = await penguins;
      const { outputs, predict } = await run();
      expect(outputs, 'the list of classes').toEqual(species);
      const { data } = await predict(heldOut);
      for (let row = 0; row < heldOut.rows; row++) {
        const own = data.subarray(row * species.length, (row + 1) * species.length);
        const sum = Array.from(own).reduce((total, value) => total + value, 0);
        expect(sum, `the sum of the probabilities of penguin ${row}`).toBeCloseTo(1, 4);
      }
    },
  );

  check(
    'the loss falls by half',
    {
      task: 2,
      points: 3,
      after: ['a probability for each species'],
      hint: 'Does the network have hidden layers that bend? Does it train for long enough?',
    },
    async () => {
      const { heldOut, labels } = await penguins;
      const { predict, predictUntrained } = await run();
      const before = crossEntropyOf((await predictUntrained(heldOut)).data, labels);
      const after = crossEntropyOf((await predict(heldOut)).data, labels);
      // 20 seeds of the solution, each with another fifth held back (wasm): mean 0.034, standard deviation 0.039,
      // at most 0.14.
      expect(after / before, 'the loss after training, as a share of the loss before,').toBeLessThanOrEqual(
        0.5,
      );
    },
  );

  check(
    'nine of ten species right',
    {
      task: 3,
      points: 4,
      partial: [
        [0.8, 2],
        [0.9, 4],
      ],
      after: ['a probability for each species'],
      hint: 'Which loss suits one of several classes? Did it see the penguins often enough?',
    },
    async () => {
      const { heldOut, labels } = await penguins;
      // 20 seeds as above: mean 0.987, standard deviation 0.018, at least 0.940.
      return accuracyOf((await (await run()).predict(heldOut)).data, labels);
    },
  );

  check(
    'the same numbers again',
    {
      task: 4,
      points: 2,
      after: ['the file runs'],
      hint: 'Does the file say from which number its dice follow?',
    },
    async () => {
      const { heldOut } = await penguins;
      const { written, predict } = await run();
      expect(written.seed, 'the seed in the file').toBeGreaterThanOrEqual(0);
      const again = await train();
      expect((await again.predict(heldOut)).data, 'what the second run predicts').toEqual(
        (await predict(heldOut)).data,
      );
    },
  );
});
