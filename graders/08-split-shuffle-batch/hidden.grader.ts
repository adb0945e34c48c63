import { exercise, expect, type Stream } from 'descent/grading';
import { countsOf } from './birds.ts';
import { ascending, expectEachOnce, expectWholeEpoch, numberedRows, refusalOf } from './dealing.ts';
import { exports } from './exports.ts';

/** Two shares or three, none below 0.1. */
function drawShares(stream: Stream): number[] {
  const first = 0.4 + 0.1 * stream.integer(4);
  if (stream.uniform() < 0.5) return [first, 1 - first];
  const second = 0.1 + 0.1 * stream.integer(2);
  return [first, second, 1 - first - second];
}

/** Label and group of rows in random order: 4 to 9 of each combination. */
function drawKinds(stream: Stream): { labels: string[]; groups: string[] } {
  // Glued together, the first two combinations are the same text.
  const kinds = [
    ['A', 'B1'],
    ['AB', '1'],
    ['A', '1'],
    ['C', 'B1'],
    ['C', '1'],
  ] as const;
  const rows = kinds.flatMap((kind) => Array.from({ length: 4 + stream.integer(6) }, () => kind));
  const shuffled = Array.from(stream.permutation(rows.length), (row) => rows[row]!);
  return { labels: shuffled.map(([label]) => label), groups: shuffled.map(([, group]) => group) };
}

/** A whole number that students are not likely to have tried. */
const drawSeed = (stream: Stream) => 1000 + stream.integer(1_000_000);

exercise('08-split-shuffle-batch', exports, ({ check, student, submission, stream }) => {
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

  check(
    'parts of any size',
    {
      task: 2,
      points: 1,
      hint: 'Does it work for two parts, for shares that cannot be written exactly, for few rows?',
    },
    async () => {
      const random = stream('shares');
      for (let trial = 0; trial < 12; trial++) {
        const [n, shares] = [10 + random.integer(50), drawShares(random)];
        const words = `${n} rows in shares of ${shares.map((share) => share.toFixed(1)).join(', ')}`;
        const parts = await student.split(n, shares, drawSeed(random));
        expect(parts, `the parts of ${words}`).toHaveLength(shares.length);
        expectEachOnce(parts, n, `all places of ${words}, sorted`);
        shares.forEach((share, part) => {
          const distance = Math.abs(parts[part]!.length - share * n);
          expect(distance, `how far part ${part} of ${words} is from its share`).toBeLessThan(2);
        });
      }
    },
  );

  check(
    'all parts look like the whole',
    { task: 2, points: 1, hint: 'The file may be sorted. Are the places of every part drawn by lot?' },
    async () => {
      const random = stream('sorted');
      const n = 24_000;
      const parts = await student.split(n, [0.8, 0.1, 0.1], drawSeed(random));
      // The first third of a sorted file is one class. In a part of 2,400 its share has a standard deviation of 0.009: 0.05 away is 5.5 of them.
      parts.forEach((part, index) => {
        for (const third of [0, 1, 2]) {
          const members = part.filter((place) => Math.floor((3 * place) / n) === third);
          expect(
            members.length / part.length,
            `the share of class ${third} of 3 in part ${index}`,
          ).toBeCloseTo(1 / 3, 1);
        }
      });
    },
  );

  check(
    'another seed, another split',
    { task: 2, points: 1, hint: 'What is the seed used for?' },
    async () => {
      const random = stream('seeds');
      const [one, other] = [drawSeed(random), 17];
      const members = async (seed: number) =>
        (await student.split(60, [0.5, 0.5], seed)).map((part) => ascending(part));
      await expect(() => members(one), 'the split of one seed').toBeDeterministic();
      expect(await members(other), 'the split of another seed').not.toEqual(await members(one));
    },
  );

  check(
    'as many of any combination',
    {
      task: 3,
      points: 3,
      hint: 'Are "A" with "B1" and "AB" with "1" two combinations for your function, too?',
    },
    async () => {
      const random = stream('kinds');
      for (let trial = 0; trial < 6; trial++) {
        const { labels, groups } = drawKinds(random);
        const perGroup = 1 + random.integer(3);
        const division = await student.stratifiedSplit(labels, groups, perGroup, drawSeed(random));
        const { training, validation } = division;
        expectEachOnce([training, validation], labels.length, 'the rows of both parts, sorted');
        const counts = countsOf(validation.map((row) => `${labels[row]} and ${groups[row]}`));
        const wanted = new Set(labels.map((label, row) => `${label} and ${groups[row]}`));
        for (const kind of wanted) {
          expect(counts[kind] ?? 0, `how many of ${kind} are in validation`).toBe(perGroup);
        }
      }
    },
  );

  check(
    'the lot decides who is taken',
    { task: 3, points: 2, hint: 'Over many seeds, does each row of a combination get its turn?' },
    async () => {
      const random = stream('lot');
      // One combination of six rows, from which two are taken: each row 80 times in 240, standard deviation 7.3: 40 away is 5.5 of them.
      const [labels, groups] = [Array<string>(6).fill('A'), Array<string>(6).fill('B')];
      const counts = labels.map(() => 0);
      for (let trial = 0; trial < 240; trial++) {
        const { validation } = await student.stratifiedSplit(labels, groups, 2, drawSeed(random));
        for (const row of validation) counts[row] = (counts[row] ?? 0) + 1;
      }
      counts.forEach((count, row) => {
        expect(count, `how often of 240 times row ${row} was taken`).toBeGreaterThan(40);
      });
      const seed = drawSeed(random);
      const again = () => student.stratifiedSplit(labels, groups, 2, seed);
      await expect(again, 'the parts of one seed').toBeDeterministic();
    },
  );

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
