import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { infoOf, columnOf } from '../table-rows.ts';
import { categories, errorText, numbers, partOf, sourceOf, tableOf } from '../testing.ts';
import { apportion, apportionGroups } from './apportion.ts';

const table = (rows: number) =>
  tableOf(
    numbers(
      'x',
      Array.from({ length: rows }, (_, row) => row),
    ),
  );
const split = (options: Record<string, unknown>, data = table(100), seed = 7) =>
  partOf('split', 'random', options).split(data, createStream(seed));

describe('random split', () => {
  it('gives parts that are disjoint and exhaustive, of the sizes asked for, in mixed order', () => {
    const shares = fc.tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
    );
    fc.assert(
      fc.property(shares, fc.integer({ min: 40, max: 300 }), fc.nat(1000), (weights, rows, seed) => {
        const sum = weights[0] + weights[1] + weights[2];
        const [train, validation, test] = weights.map((weight) => weight / sum);
        const labels = Array.from(
          { length: rows },
          (_, row) => ['a', 'b', 'b', 'c', null][(row * row + seed) % 5]!,
        );
        const data = tableOf(categories('label', labels));
        const stratify = seed % 2 === 0 ? ['label'] : [];
        const parts = split({ train, validation, test, stratify }, data, seed);
        const all = [...parts.train, ...parts.validation, ...parts.test];
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row));
        expect([parts.train.length, parts.validation.length, parts.test.length]).toEqual(
          apportion(rows, weights),
        );
      }),
      { seed: 5 },
    );
    const { train } = split({});
    expect([...train]).not.toEqual([...train.toSorted()]);
  });

  it('spreads every combination of categories evenly', async () => {
    const { table: penguins } = await sourceOf('csv', { dataset: 'penguins' }).load();
    const parts = split({ train: 0.6, validation: 0.2, test: 0.2, stratify: ['species', 'sex'] }, penguins);
    const [species, sex] = ['species', 'sex'].map((name) => columnOf(penguins, name));
    if (species?.kind !== 'category' || sex?.kind !== 'category') throw new Error('no categories');
    const key = (row: number) => `${species.codes[row]}/${sex.codes[row]}`;
    const count = (rows: Iterable<number>, wanted: string) =>
      [...rows].filter((row) => key(row) === wanted).length;
    const all = Array.from({ length: penguins.rows }, (_, row) => row);
    for (const wanted of new Set(all.map(key))) {
      const size = count(all, wanted);
      expect(Math.abs(count(parts.train, wanted) - 0.6 * size)).toBeLessThan(1.5);
      expect(Math.abs(count(parts.validation, wanted) - 0.2 * size)).toBeLessThan(1.5);
      expect(Math.abs(count(parts.test, wanted) - 0.2 * size)).toBeLessThan(1.5);
    }
    expect([parts.train, parts.validation, parts.test].map(({ length }) => length)).toEqual([206, 69, 69]);
  });

  it('draws the same rows for the same seed, others for another', () => {
    expect(split({})).toEqual(split({}));
    expect(split({}).test).not.toEqual(split({}, table(100), 8).test);
  });

  it('takes numbers of rows too, and leaves the rest out', () => {
    const parts = split({ train: 50, validation: 0, test: 20 });
    expect([parts.train, parts.validation, parts.test].map(({ length }) => length)).toEqual([50, 0, 20]);
    expect(new Set([...parts.train, ...parts.test]).size).toBe(70);
  });

  it('knows which parts will have rows', () => {
    expect(partOf('split', 'random', { train: 1, validation: 0, test: 0 }).parts).toEqual(['train']);
  });

  it.each([
    [
      { train: 0.8, validation: 0.1, test: 0 },
      'the shares sum to 0.9, not to 1: train: 0.8, validation: 0.1, test: 0\nat train\n→ With train: 0.9 they would.',
    ],
    [
      { train: 0.8, validation: 0.6, test: 0.4 },
      'the shares sum to 1.8, not to 1: train: 0.8, validation: 0.6, test: 0.4\nat train\n→ Lower validation and test.',
    ],
    [
      { train: 80, validation: 0.1, test: 10 },
      'shares and numbers of rows are mixed: train: 80, validation: 0.1, test: 10\nat validation\n→ Write either shares up to 1, or whole numbers of rows, for all three parts.',
    ],
    [
      { train: 0, validation: 0.5, test: 0.5 },
      'there is nothing to learn from with train: 0\nat train\n→ Give the training part a share.',
    ],
    [
      { train: 90, validation: 10, test: 10 },
      'the parts ask for 110 rows, but there are 100\nat train\n→ Ask for fewer rows, or write shares that sum to 1.',
    ],
    [
      { train: 0.998, validation: 0.001, test: 0.001 },
      'validation: 0.001 of 100 rows is no row\nat validation\n→ Raise validation, use more rows, or write validation: 0.',
    ],
  ])('refuses %j', async (options, message) => {
    expect(await errorText(() => split(options))).toBe(message);
  });

  it('stratifies by columns of categories that exist', async () => {
    const columns = [categories('species', ['a', 'b']), numbers('mass', [1, 2])].map(infoOf);
    const check = (name: string) =>
      errorText(() => {
        partOf('split', 'random', { stratify: ['species', name] }).check(columns);
      });
    expect(await check('mass')).toBe(
      '"mass" is a column of numbers, not of categories\nat stratify.1\n→ Stratify by columns of categories only.',
    );
    expect(await check('maas')).toBe('unknown column "maas"\nat stratify.1\n→ Did you mean "mass"?');
  });
});

describe('apportion', () => {
  it('rounds to the largest remainders', () => {
    expect(apportion(333, [0.8, 0.1, 0.1])).toEqual([267, 33, 33]);
    expect(apportion(10, [0.7, 0.2, 0.1])).toEqual([7, 2, 1]);
    expect(apportion(1, [0.8, 0.1, 0.1])).toEqual([1, 0, 0]);
  });

  it('meets sizes of groups and totals of parts exactly, each group within two rows of its share', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(40), { minLength: 1, maxLength: 12 })
          .filter((sizes) => sizes.some((size) => size > 0)),
        fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9)),
        (sizes, weights) => {
          const rows = sizes.reduce((left, right) => left + right, 0);
          const totals = apportion(rows, weights);
          const counts = apportionGroups(sizes, totals);
          counts.forEach((group, index) => {
            expect(group.reduce((left, right) => left + right, 0)).toBe(sizes[index]);
            group.forEach((count, part) => {
              expect(Math.abs(count - (sizes[index]! * totals[part]!) / rows)).toBeLessThan(2);
            });
          });
          totals.forEach((total, part) => {
            expect(counts.reduce((sum, group) => sum + group[part]!, 0)).toBe(total);
          });
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });
});
