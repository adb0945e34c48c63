import { exercise, expect } from 'descent/grading';
import { countsOf, loadBirds } from './birds.ts';
import {
  ascending,
  expectEachOnce,
  expectPairs,
  expectWholeEpoch,
  numberedRows,
  refusalOf,
} from './dealing.ts';
import { exports } from './exports.ts';

exercise('08-split-shuffle-batch', exports, ({ check, student, submission }) => {
  const birds = loadBirds();

  check(
    'pairs stay together',
    { task: 1, points: 2, hint: 'Do both lists get the same order?' },
    async () => {
      const { xs, ys } = numberedRows(8);
      const shuffled = await student.shuffle(xs, ys, 1);
      expectEachOnce([shuffled.xs.map(([place]) => place!)], 8, 'the rows, sorted again');
      expectPairs(shuffled);
    },
  );

  check(
    'the seed decides',
    {
      task: 1,
      points: 1,
      hint: 'What are the random numbers drawn from? Math.random cannot be repeated.',
    },
    async () => {
      const { xs, ys } = numberedRows(40);
      const order = async (seed: number) => (await student.shuffle(xs, ys, seed)).ys;
      await expect(() => order(5), 'the order of seed 5').toBeDeterministic();
      expect(await order(6), 'the order of seed 6, compared with that of seed 5').not.toEqual(await order(5));
    },
  );

  check(
    '80 / 10 / 10 of 333',
    {
      task: 2,
      points: 2,
      hint: 'What are 80 %, 10 % and 10 % of 333, and what do they add up to once rounded?',
    },
    async () => {
      const parts = await student.split(333, [0.8, 0.1, 0.1], 1);
      expect(parts, 'the list of parts').toHaveLength(3);
      const sizes = parts.map((part) => part.length);
      expect(
        sizes.reduce((sum, size) => sum + size, 0),
        `the sum of the sizes ${sizes.join(', ')}`,
      ).toBe(333);
      for (const [part, wanted] of [266.4, 33.3, 33.3].entries()) {
        expect(
          Math.abs(sizes[part]! - wanted),
          `how far the size of part ${part} is from ${wanted}`,
        ).toBeLessThan(2);
      }
    },
  );

  check(
    'every row in one part only',
    { task: 2, points: 2, hint: 'A row in two parts is asked in the exam after it was in the textbook.' },
    async () => {
      expectEachOnce(await student.split(20, [0.5, 0.3, 0.2], 4), 20, 'the rows of all parts, sorted');
    },
  );

  check(
    'ten of each species and sex',
    {
      task: 3,
      points: 3,
      hint: 'There are six kinds: three species, two sexes. How many of each have you taken?',
    },
    async () => {
      const { species, sex } = await birds;
      const { training, validation } = await student.stratifiedSplit(species, sex, 10, 1);
      expect(validation, 'the validation part').toHaveLength(60);
      expect(training, 'the training part').toHaveLength(273);
      const kinds = validation.map((row) => `${species[row]} ${sex[row]}`);
      expect(countsOf(kinds), 'how many of each kind are in validation').toEqual({
        'Adelie female': 10,
        'Adelie male': 10,
        'Chinstrap female': 10,
        'Chinstrap male': 10,
        'Gentoo female': 10,
        'Gentoo male': 10,
      });
    },
  );

  check(
    'batches of four, four and two',
    { task: 4, points: 2, hint: 'What is left of ten rows after two batches of four?' },
    async () => {
      const { xs, ys } = numberedRows(10);
      const all = await student.batches(xs, ys, { size: 4, seed: 1, epoch: 0 });
      expect(
        all.map((batch) => batch.xs.length),
        'the sizes of the batches of 10 rows',
      ).toEqual([4, 4, 2]);
      expectWholeEpoch(all, 10, 'the rows of all batches, sorted');
    },
  );

  check(
    'drops a batch that is not full',
    { task: 4, points: 1, hint: 'With dropLast, is a batch of two out of four kept? And one that is full?' },
    async () => {
      const { xs, ys } = numberedRows(10);
      const sizes = async (size: number) =>
        (await student.batches(xs, ys, { size, seed: 1, epoch: 0, dropLast: true })).map(
          (batch) => batch.xs.length,
        );
      expect(await sizes(4), 'the sizes of the batches of 4').toEqual([4, 4]);
      expect(await sizes(5), 'the sizes of the batches of 5').toEqual([5, 5]);
    },
  );

  check(
    'refuses the tail of the penguins',
    { task: 5, points: 2, hint: 'Which species are in the last fifth of the file?' },
    async () => {
      const { species } = await birds;
      const message = await refusalOf({ submission, student }, species, 0.2);
      for (const name of ['Adelie', 'Gentoo']) {
        expect(message.includes(name), `whether the message "${message}" names ${name}`).toBe(true);
      }
    },
  );

  check(
    'cuts the tail off where it does no harm',
    { task: 5, points: 1, hint: 'Which rows are the last quarter of eight?' },
    async () => {
      const labels = ['yes', 'no', 'yes', 'no', 'no', 'yes', 'yes', 'no'];
      const { training, validation } = await student.tailSplit(labels, 0.25);
      expect(ascending(training), 'the training part').toEqual([0, 1, 2, 3, 4, 5]);
      expect(ascending(validation), 'the validation part').toEqual([6, 7]);
    },
  );
});
