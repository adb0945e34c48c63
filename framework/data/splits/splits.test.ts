import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import type { SplitRows } from '../split.ts';
import { infoOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import { categories, errorText, numbers, partOf, tableOf } from '../testing.ts';

const split = (type: string, options: Record<string, unknown>, table: Table, seed = 7) => {
  const part = partOf('split', type, options);
  part.check(table.columns.map(infoOf));
  return part.split(table, createStream(seed));
};
const count = (rows: number) => Array.from({ length: rows }, (_, row) => row);
const series = (rows: number) => tableOf(numbers('time', count(rows)));
const sizes = ({ train, validation, test }: SplitRows) => [train.length, validation.length, test.length];
const allOf = ({ train, validation, test }: SplitRows) => [...train, ...validation, ...test];

describe('every split', () => {
  const shares = { train: 0.6, validation: 0.2, test: 0.2 };
  it.each([
    ['random', shares],
    ['grouped', { ...shares, group: 'subject' }],
    ['chronological', { ...shares, by: 'time' }],
    ['chronological', shares],
    ['hash', { ...shares, key: 'id' }],
    ['column', { column: 'part' }],
  ])('%s %j puts every row into exactly one part', (type, options) => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 200 }), fc.nat(1000), (rows, seed) => {
        const stream = createStream(seed).derive('table');
        const draw = (names: readonly string[]) =>
          count(rows).map(() => names[stream.integer(names.length)]!);
        const table = tableOf(
          categories('subject', draw(['a', 'b', 'c', 'd', 'e', 'f', 'g'])),
          numbers(
            'time',
            count(rows).map(() => stream.integer(50)),
          ),
          categories(
            'id',
            count(rows).map((row) => `row ${row}`),
          ),
          categories('part', draw(['train', 'val', 'test'])),
        );
        const parts = split(type, options, table, seed);
        expect(allOf(parts).toSorted((a, b) => a - b)).toEqual(count(rows));
        expect(split(type, options, table, seed)).toEqual(parts);
        expect(sizes(parts).every((size) => size > 0)).toBe(true);
      }),
      { seed: 3, numRuns: 40 },
    );
  });
});

describe('grouped', () => {
  const subjects = count(300).map((row) => `s${(row * row) % 23}`);
  const table = tableOf(categories('subject', subjects));

  it('keeps all rows of a group together, near the shares', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const parts = split(
          'grouped',
          { group: 'subject', train: 0.6, validation: 0.2, test: 0.2 },
          table,
          seed,
        );
        const groupsOf = (rows: Int32Array) => new Set([...rows].map((row) => subjects[row]!));
        const [train, validation, test] = [parts.train, parts.validation, parts.test].map(groupsOf);
        expect([...train!].filter((name) => validation!.has(name) || test!.has(name))).toEqual([]);
        expect(train!.size + validation!.size + test!.size).toBe(new Set(subjects).size);
        const largest = Math.max(
          ...[...new Set(subjects)].map((name) => subjects.filter((other) => other === name).length),
        );
        expect(Math.abs(parts.train.length - 180)).toBeLessThanOrEqual(largest);
      }),
      { seed: 4, numRuns: 50 },
    );
  });

  it('gives every part a group when there are just enough', () => {
    const few = tableOf(categories('subject', ['a', 'a', 'a', 'a', 'b', 'c']));
    for (const seed of count(20)) {
      expect(sizes(split('grouped', { group: 'subject' }, few, seed)).toSorted()).toEqual([1, 1, 4]);
    }
  });

  it('refuses what cannot be grouped', async () => {
    const two = tableOf(categories('subject', ['a', 'b', null]));
    const fail = (options: object, data = two) =>
      errorText(() => split('grouped', { group: 'subject', ...options }, data));
    expect(await fail({})).toBe(
      '"subject" is missing in 1 of 3 rows\nat group\n→ Fill it in the file, so that it is known where each row belongs.',
    );
    expect(await fail({}, tableOf(categories('subject', ['a', 'b', 'a'])))).toBe(
      '"subject" has 2 values, too few for 3 parts\nat group\n→ Name a column with more values, or leave out a part: test: 0.',
    );
    expect(await fail({ train: 10, validation: 1, test: 1 })).toBe(
      'whole groups cannot meet numbers of rows exactly\nat train\n→ Write shares that sum to 1, as train: 0.8.',
    );
    expect(await fail({ group: 'subjcet' })).toBe(
      'unknown column "subjcet"\nat group\n→ Did you mean "subject"?',
    );
  });
});

describe('chronological', () => {
  it('trains on the past, and leaves a gap of rows between parts', () => {
    const shuffled = createStream(1).permutation(100);
    const table = tableOf(numbers('time', [...shuffled]));
    fc.assert(
      fc.property(fc.nat(20), (gap) => {
        const parts = split(
          'chronological',
          { by: 'time', train: 0.5, validation: 0.25, test: 0.25, gap },
          table,
        );
        const [train, validation, test] = [parts.train, parts.validation, parts.test].map((rows) =>
          [...rows].map((row) => shuffled[row]!),
        );
        expect(train![0]).toBe(0);
        expect(validation![0]).toBe(train!.at(-1)! + 1 + gap);
        expect(test![0]).toBe(validation!.at(-1)! + 1 + gap);
        expect(test!.at(-1)).toBe(99);
      }),
      { seed: 1 },
    );
  });

  it('orders by dates, and without a column by the rows as they lie', () => {
    const dates = tableOf(categories('day', ['2024-02-01', '2023-12-31', '2024-01-05', '2024-03-01']));
    const parts = split('chronological', { by: 'day', train: 2, validation: 1, test: 1 }, dates);
    expect(allOf(parts)).toEqual([1, 2, 0, 3]);
    expect(allOf(split('chronological', { train: 2, validation: 0, test: 2 }, series(6)))).toEqual([
      2, 3, 4, 5,
    ]);
  });

  it('refuses columns without order and gaps that take everything', async () => {
    const fail = (options: object, data: Table) =>
      errorText(() => split('chronological', options as never, data));
    expect(await fail({ by: 'day' }, tableOf(categories('day', ['Monday', 'Friday'])))).toBe(
      '"day" holds "Friday", which is no date\nat by\n→ Name a column of numbers or of dates such as 2024-01-31 or 2024-01-31T12:00:00.',
    );
    expect(await fail({ gap: 5 }, series(10))).toBe(
      'the gaps take 10 rows, but there are 10\nat gap\n→ Lower gap.',
    );
  });
});

describe('hash', () => {
  it('keeps every row in its part when others come, whatever the seed', () => {
    const ids = count(400).map((row) => `id-${row}`);
    const partOfId = (rows: readonly string[], seed: number) => {
      const parts = split('hash', { key: 'id' }, tableOf(categories('id', rows)), seed);
      return new Map(
        Object.entries(parts).flatMap(([part, own]) => [...own].map((row) => [rows[row]!, part])),
      );
    };
    const before = partOfId(ids.slice(0, 200), 1);
    const after = partOfId(ids.toReversed(), 2);
    for (const [id, part] of before) expect(after.get(id)).toBe(part);
  });

  it('comes near the shares and depends on the salt', () => {
    const table = series(20_000);
    const plain = split('hash', { key: 'time' }, table);
    expect(Math.abs(plain.train.length - 16_000)).toBeLessThan(300);
    expect(Math.abs(plain.test.length - 2000)).toBeLessThan(200);
    expect(split('hash', { key: 'time', salt: 'other' }, table).test).not.toEqual(plain.test);
  });

  it('refuses keys with too few values and numbers of rows', async () => {
    expect(await errorText(() => split('hash', { key: 'x' }, tableOf(numbers('x', [1, 1, 1]))))).toMatch(
      /^no row falls into \w+: "x" has 1 value\nat key\n→ Name a column with more values, or write \w+: 0\.$/,
    );
    expect(
      await errorText(() => split('hash', { key: 'time', train: 8, validation: 1, test: 1 }, series(10))),
    ).toBe(
      'a hash divides by shares, not by numbers of rows\nat train\n→ Write shares that sum to 1, as train: 0.8.',
    );
  });
});

describe('column', () => {
  it('puts rows where the column says', () => {
    const table = tableOf(categories('part', ['test', 'train', 'val', 'train']));
    expect(allOf(split('column', { column: 'part' }, table))).toEqual([1, 3, 2, 0]);
    const folds = tableOf(numbers('fold', [1, 2, 3, 1]));
    const parts = split('column', { column: 'fold', train: ['1', '2'], validation: [], test: ['3'] }, folds);
    expect(allOf(parts)).toEqual([0, 1, 3, 2]);
  });

  it.each([
    [
      ['train', 'held out'],
      {},
      '"part" says "held out", which names no part\nat column\n→ Add it to train, validation or test; known are train, training, validation, valid, val, test.',
    ],
    [
      ['train', 'test'],
      {},
      '"part" puts no row into validation\nat validation\n→ Name what it says of such rows, or write validation: [].',
    ],
    [
      ['train'],
      { test: ['train'] },
      '"train" is named for both train and test\nat test\n→ Name it once: a row belongs to one part.',
    ],
  ])('refuses %j with %j', async (names, options, message) => {
    const table = tableOf(categories('part', names));
    expect(await errorText(() => split('column', { column: 'part', ...options }, table))).toBe(message);
  });
});
