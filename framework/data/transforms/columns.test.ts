import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { prepareData } from '../pipeline.ts';
import { columnOf } from '../table-rows.ts';
import type { Table } from '../table.ts';
import {
  categories,
  contextOf,
  dataOptions,
  errorText,
  numbers,
  partOf,
  specOf,
  tableOf,
} from '../testing.ts';

const fit = (type: string, options: Record<string, unknown>, table: Table) =>
  partOf('transform', type, options).fit(table, createStream(1));
const values = (table: Table, name: string) => {
  const column = columnOf(table, name);
  return column.kind === 'category' ? [...column.codes] : [...column.values];
};

describe('ordinal', () => {
  const table = tableOf(categories('size', ['large', 'small', null, 'medium']));
  it('numbers categories in their order, missing ones stay missing', () => {
    const fitted = fit('ordinal', { order: ['small', 'medium', 'large'] }, table);
    expect(values(fitted.transform(table), 'size')).toEqual([2, 0, Number.NaN, 1]);
    // Another table may number its categories otherwise: names decide.
    expect(values(fitted.transform(tableOf(categories('size', ['medium']))), 'size')).toEqual([1]);
    expect(values(fit('ordinal', {}, table).transform(table), 'size')).toEqual([0, 2, Number.NaN, 1]);
  });

  it('refuses an order that lacks a category, and a category that it never saw', async () => {
    const part = partOf('transform', 'ordinal', { order: ['small', 'large'] });
    expect(
      await errorText(() =>
        part.describe([{ name: 'size', kind: 'category', categories: ['large', 'medium', 'small'] }]),
      ),
    ).toBe(
      'the order lacks the category "medium" of "size"\nat order\n→ Name all of them: large, medium, small.',
    );
    expect(
      await errorText(() => fit('ordinal', {}, table).transform(tableOf(categories('size', ['smal'])))),
    ).toBe('"smal" is no known category');
  });
});

describe('clip', () => {
  it('cuts at given bounds and at learned quantiles, each where it is given', () => {
    const table = tableOf(numbers('x', [-5, 0, 5, Number.NaN, 50]));
    expect(values(fit('clip', { low: 0, high: 10 }, table).transform(table), 'x')).toEqual([
      0,
      0,
      5,
      Number.NaN,
      10,
    ]);
    expect(values(fit('clip', { high: 10 }, table).transform(table), 'x')).toEqual([
      -5,
      0,
      5,
      Number.NaN,
      10,
    ]);
    const hundred = tableOf(
      numbers(
        'x',
        Array.from({ length: 101 }, (_, index) => index),
      ),
    );
    const learned = fit('clip', { quantile: 0.1 }, hundred);
    expect(learned.state).toEqual({ columns: { x: { low: 10, high: 90 } } });
    expect(values(learned.transform(tableOf(numbers('x', [-1, 50, 1000]))), 'x')).toEqual([10, 50, 90]);
    const empty = tableOf(numbers('x', [Number.NaN]));
    expect(values(fit('clip', { quantile: 0.1 }, empty).transform(hundred), 'x')).toEqual(
      values(hundred, 'x'),
    );
  });

  it('refuses bounds that make no range', async () => {
    expect(await errorText(() => partOf('transform', 'clip', {}))).toBe(
      'neither low nor high nor quantile is given\nat type\n→ Give a bound, or quantile: 0.01 to learn both.',
    );
    expect(await errorText(() => partOf('transform', 'clip', { low: 2, high: 2 }))).toBe(
      'low (2) is not below high (2)\nat high\n→ Give high the larger number.',
    );
  });
});

describe('log', () => {
  it('agrees with Math.log and Math.log1p to the last digits, and is undone', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), fc.boolean(), (value, plusOne) => {
        const table = tableOf(numbers('x', [value]));
        const fitted = fit('log', { plusOne }, table);
        const [result] = values(fitted.transform(table), 'x');
        const expected = plusOne ? Math.log1p(value) : Math.log(value);
        expect(Math.abs(result! - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1e-2, Math.abs(expected)));
        const [back] = values(fitted.inverse!(fitted.transform(table)), 'x');
        expect(Math.abs(back! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, value));
      }),
      { seed: 2 },
    );
    const gap = tableOf(numbers('x', [0, Number.NaN]));
    expect(values(fit('log', {}, gap).transform(gap), 'x')).toEqual([0, Number.NaN]);
  });

  it('names file, row and column of a value without logarithm', async () => {
    const rows = Array.from({ length: 8 }, (_, row) => ({ x: row === 5 ? -1 : row + 1, y: row }));
    const prepare = (plusOne: boolean) =>
      errorText(() =>
        prepareData(
          dataOptions({
            source: specOf('source', 'inline', { rows }),
            target: 'y',
            split: specOf('split', 'random', { train: 1, validation: 0, test: 0 }),
            transforms: [specOf('transform', 'log', { plusOne })],
          }),
          contextOf(7),
        ),
      );
    expect(await prepare(true)).toBe(
      'source inline, row 6, column "x": -1 has no logarithm even when 1 is added.\n→ Leave the column out of log, or clip it before.',
    );
    expect(await prepare(false)).toBe(
      'source inline, row 6, column "x": -1 has no logarithm.\n→ Leave the column out of log, or clip it before.',
    );
  });
});

describe('cyclic', () => {
  it('puts numbers on a circle, the same after a whole period', () => {
    const table = tableOf(
      numbers('hour', [0, 6, 12, 18, 24, -6, 24_006, Number.NaN]),
      numbers('y', [0, 0, 0, 0, 0, 0, 0, 0]),
    );
    const result = fit('cyclic', { columns: ['hour'], period: 24 }, table).transform(table);
    expect(result.columns.map(({ name }) => name)).toEqual(['hour:sin', 'hour:cos', 'y']);
    const round = (all: number[]) => all.map((value) => Math.round(value * 1e12) / 1e12 + 0);
    expect(round(values(result, 'hour:sin'))).toEqual([0, 1, 0, -1, 0, -1, 1, Number.NaN]);
    expect(round(values(result, 'hour:cos'))).toEqual([1, 0, -1, 0, 1, 0, 0, Number.NaN]);
  });
});
