import { exercise, expect } from 'descent/grading';
import { drawSeed, expectEachOnce, expectWholeEpoch, numberedRows, refusalOf } from './dealing.ts';
import { exports } from './exports.ts';
import { checkSplits } from './hidden-splits.ts';

exercise('08-split-shuffle-batch', exports, (context) => {
  const { check, student, submission, stream } = context;

  check(
    'rows that look alike keep their own label',
    {
      task: 1,
      points: 1,
      hint: 'Where does the label of a row come from: its place, or a search for its values?',
    },
    async () => {
      const random = stream('twins');
      const n = 20 + random.integer(20);
      const xs = Array.from({ length: n }, () => [random.integer(3)]);
      const ys = xs.map(([value], place) => `${value} at ${place}`);
      const shuffled = await student.shuffle(xs, ys, drawSeed(random));
      expect([...shuffled.ys].sort(), 'the labels, sorted').toEqual([...ys].sort());
      expect(
        shuffled.xs.map(([value]) => String(value)),
        'the rows, beside their labels',
      ).toEqual(shuffled.ys.map((label) => label.split(' ')[0]));
    },
  );

  check(
    'every row can come to every place',
    { task: 1, points: 2, hint: 'Over many seeds, how often should row 0 be first, and how often last?' },
    async () => {
      const random = stream('fair');
      const { xs, ys } = numberedRows(6);
      const counts = xs.map(() => xs.map(() => 0));
      for (let trial = 0; trial < 600; trial++) {
        const shuffled = await student.shuffle(xs, ys, drawSeed(random));
        shuffled.xs.forEach(([row], place) => counts[row!]![place]!++);
      }
      // A fair shuffle brings each row to each place 100 times, standard deviation 9.1: 50 away is 5.5 of them.
      counts.forEach((places, row) => {
        places.forEach((count, place) => {
          const name = `how often of 600 times row ${row} came to place ${place}`;
          expect(count, name).toBeGreaterThan(50);
          expect(count, name).toBeLessThan(150);
        });
      });
    },
  );

  checkSplits(context);

  check(
    'each row once an epoch',
    { task: 4, points: 2, hint: 'Are the batches cut from one order of all rows, or drawn one by one?' },
    async () => {
      const random = stream('epoch');
      for (let trial = 0; trial < 6; trial++) {
        const size = 3 + random.integer(9);
        // At first a last batch that is almost full.
        const rest = trial === 0 ? size - 1 : random.integer(size);
        const n = size * (1 + random.integer(4)) + rest;
        const [seed, epoch] = [drawSeed(random), random.integer(9)];
        const { xs, ys } = numberedRows(n);
        const words = `${n} rows in batches of ${size}`;
        const all = await student.batches(xs, ys, { seed, epoch, size });
        expect(all, `the batches of ${words}`).toHaveLength(Math.ceil(n / size));
        expectWholeEpoch(all, n, `all ${words}, sorted`);
        const full = await student.batches(xs, ys, { seed, epoch, size, dropLast: true });
        expect(full, `the full ones of ${words}`).toHaveLength(Math.floor(n / size));
      }
    },
  );

  check(
    'every epoch has an order of its own',
    {
      task: 4,
      points: 3,
      hint: 'What differs between epoch 3 and epoch 4, and between epoch 3 and epoch 3 of another seed?',
    },
    async () => {
      const random = stream('orders');
      const { xs, ys } = numberedRows(48);
      const order = async (seed: number, epoch: number) =>
        (await student.batches(xs, ys, { seed, epoch, size: 8 })).flatMap((batch) => batch.ys);
      const seed = drawSeed(random);
      const orders: (readonly string[])[] = [ys];
      for (const [own, epoch] of [
        [seed, 0],
        [seed, 1],
        [seed, 2],
        [seed + 1, 0],
        [seed + 1, 1],
      ] as const) {
        await expect(() => order(own, epoch), `the order of epoch ${epoch}`).toBeDeterministic();
        orders.push(await order(own, epoch));
      }
      // With seed + epoch in place of both, epoch 1 of a seed would be epoch 0 of the next one.
      orders.forEach((one, index) => {
        for (const other of orders.slice(0, index)) {
          expect(one, 'the order of one epoch and seed, beside that of another').not.toEqual(other);
        }
      });
    },
  );

  check(
    'names every label that a part lacks',
    { task: 5, points: 2, hint: 'Which part can lack a label: only validation, or training too?' },
    async () => {
      const random = stream('tails');
      const birds = ['kiwi', 'heron', 'puffin', 'condor'];
      const [a, b, c, d] = Array.from(random.permutation(4), (index) => birds[index]!) as [
        string,
        string,
        string,
        string,
      ];
      const many = (count: number, ...some: string[]) =>
        Array.from({ length: count }, (_, place) => some[place % some.length]!);
      const cases = [
        { labels: [...many(15, a, b, c), ...many(5, a)], missing: [b, c] },
        { labels: [...many(16, a, b), ...many(4, a, b, d)], missing: [d] },
        { labels: [...many(15, c, a, d), ...many(5, d, b)], missing: [a, b, c] },
      ];
      for (const { labels, missing } of cases) {
        const message = await refusalOf({ submission, student }, labels, 0.25);
        for (const label of missing) {
          expect(message.includes(label), 'whether the message names every label that a part lacks').toBe(
            true,
          );
        }
      }
      const mixed = many(20 + random.integer(20), a, b, c);
      const { training, validation } = await student.tailSplit(mixed, 0.2);
      expectEachOnce([training, validation], mixed.length, 'the rows of both parts, sorted');
      expect(validation, 'the validation part').toHaveLength(Math.round(0.2 * mixed.length));
    },
  );
});
