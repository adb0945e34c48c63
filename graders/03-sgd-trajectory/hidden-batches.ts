import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { ascending, meanOf, upTo } from './lists.ts';

/** Adds the hidden checks of tasks 1 and 2: the points, and how they are dealt into batches. */
export function checkBatches({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'a point does not depend on what came before',
    { task: 1, points: 1, hint: 'Which stream does point i draw from, and does anybody else draw from it?' },
    async () => {
      const random = stream('items');
      const seed = random.integer(1000);
      const asked = random.permutation(30);
      const first = new Map<number, unknown>();
      for (const i of asked) first.set(i, await student.item(seed, i));
      for (let i = 0; i < 30; i++) {
        expect(await student.item(seed, i), `item(${seed}, ${i}), asked for again in another order,`).toEqual(
          first.get(i),
        );
      }
    },
  );

  check(
    'noise of the right size',
    {
      task: 1,
      points: 1,
      hint: 'Are both draws spread over all of their range, and is each point another one?',
    },
    async () => {
      const random = stream('noise');
      const seed = random.integer(1000);
      const { xs, ys } = await student.makeLinear(3000, seed);
      const noise = ys.map((y, i) => y - 2 * xs[i]!);
      // What the mean over 3,000 points is to be, and how far it may be away: 4.7 or more standard deviations of such a mean.
      const means = [
        { what: 'x', values: xs, wanted: 0, within: 0.027 },
        { what: 'y − 2x', values: noise, wanted: 0, within: 0.005 },
        { what: 'x²', values: xs.map((x) => x ** 2), wanted: 1 / 12, within: 0.007 },
        { what: '(y − 2x)²', values: noise.map((e) => e ** 2), wanted: 1 / 300, within: 0.0003 },
        { what: 'x·(y − 2x)', values: noise.map((e, i) => e * xs[i]!), wanted: 0, within: 0.0015 },
      ];
      for (const { what, values, wanted, within } of means) {
        const away = Math.abs(meanOf(values) - wanted);
        expect(away, `how far the mean of ${what} is from what it should be`).toBeLessThan(within);
      }
      expect(new Set(xs).size, 'the number of different xs').toBe(3000);
      const other = await student.makeLinear(1, seed + 1);
      expect(other.xs[0], 'the first x with another seed').not.toBe(xs[0]);
    },
  );

  check(
    'each point once in an epoch',
    {
      task: 2,
      points: 2,
      hint: 'Put all batches of an epoch one after the other and sort: is every index there, once?',
    },
    async () => {
      const random = stream('cover');
      for (let trial = 0; trial < 6; trial++) {
        const size = 2 + random.integer(9);
        const full = 2 + random.integer(6);
        const rest = trial % 2 === 0 ? 1 + random.integer(size - 1) : 0;
        const n = full * size + rest;
        const options = { dropLast: false, shuffle: true, seed: random.integer(1000), epoch: trial };
        const cut = await student.batches(n, size, options);
        expect(ascending(cut.flat()), `the sorted indices of all batches of ${n} points`).toEqual(upTo(n));
        const sizes = [...upTo(full).map(() => size), ...(rest > 0 ? [rest] : [])];
        expect(
          cut.map((batch) => batch.length),
          `the sizes of batches of ${size} from ${n} points`,
        ).toEqual(sizes);
      }
    },
  );

  check(
    'another order in every epoch',
    {
      task: 2,
      points: 1,
      hint: 'Seed and epoch together decide about the order, and points are shuffled, not batches.',
    },
    async () => {
      const random = stream('order');
      const options = {
        dropLast: false,
        shuffle: true,
        seed: random.integer(1000),
        epoch: random.integer(50),
      };
      const cut = await student.batches(120, 8, options);
      expect(await student.batches(120, 8, options), 'the batches of the same epoch again').toEqual(cut);
      const next = await student.batches(120, 8, { ...options, epoch: options.epoch + 1 });
      expect(next, 'the batches of the next epoch').not.toEqual(cut);
      const other = await student.batches(120, 8, { ...options, seed: options.seed + 1 });
      expect(other, 'the batches with another seed').not.toEqual(cut);
      const neighbors = cut.flat().filter((index, i, all) => i > 0 && Math.abs(index - all[i - 1]!) === 1);
      // Two of 119 pairs are expected in a random order.
      expect(neighbors.length, 'how often a number stands behind its neighbor').toBeLessThan(30);
    },
  );
}
