import { expect, type CheckContext, type Stream } from 'descent/grading';
import { countsOf } from './birds.ts';
import { ascending, drawSeed, expectEachOnce } from './dealing.ts';
import type { exports } from './exports.ts';

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

/** Adds the hidden checks of tasks 2 and 3: parts by lot, and parts with as many of each kind. */
export function checkSplits({ check, student, stream }: CheckContext<typeof exports>): void {
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
}
