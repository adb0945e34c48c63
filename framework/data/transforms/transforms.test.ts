import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../component/json.ts';
import { createStream } from '../../random/stream.ts';
import { columnOf, infoOf } from '../table-rows.ts';
import type { Column, Table } from '../table.ts';
import { categories, errorText, numbers, partOf, tableOf } from '../testing.ts';

const stream = createStream(1);
const fit = (type: string, table: Table, options: Record<string, unknown> = {}) =>
  partOf('transform', type, options).fit(table, stream);
const valuesOf = (table: Table, name: string) => {
  const column = columnOf(table, name);
  return column.kind === 'category' ? [...column.codes] : [...column.values];
};
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const image: Column = {
  name: 'image',
  kind: 'tensor',
  shape: [1, 2, 1],
  values: Uint8Array.of(0, 51, 102, 255),
};

describe.each(['standardize', 'minMax'])('%s', (type) => {
  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 30 }), fc.array(finite), (train, other) => {
        const fitted = fit(type, tableOf(numbers('x', train)));
        const isConstant = new Set(train).size === 1;
        const table = tableOf(numbers('x', isConstant ? train : other));
        const back = valuesOf(fitted.inverse!(fitted.transform(table)), 'x');
        const spread = Math.max(...train.map(Math.abs), ...other.map(Math.abs), 1);
        back.forEach((value, row) => {
          expect(Math.abs(value - valuesOf(table, 'x')[row]!)).toBeLessThanOrEqual(1e-9 * spread);
        });
      }),
      { seed: 8 },
    );
  });

  it('turns a constant column into 0, everywhere', () => {
    const fitted = fit(type, tableOf(numbers('x', [0.1, 0.1, 0.1])));
    expect(valuesOf(fitted.transform(tableOf(numbers('x', [0.1, 7, Number.NaN]))), 'x')).toEqual([
      0,
      0,
      Number.NaN,
    ]);
  });

  it('leaves missing values missing and does not count them', () => {
    const fitted = fit(type, tableOf(numbers('x', [1, Number.NaN, 3])));
    expect(fitted.state).toEqual(fit(type, tableOf(numbers('x', [1, 3]))).state);
    expect(valuesOf(fitted.transform(tableOf(numbers('x', [Number.NaN]))), 'x')).toEqual([Number.NaN]);
  });

  it('survives a column without any value', () => {
    const fitted = fit(type, tableOf(numbers('x', [Number.NaN, Number.NaN])));
    expect(valuesOf(fitted.transform(tableOf(numbers('x', [5]))), 'x')).toEqual([0]);
  });

  it('changes arrays only when they are named', () => {
    const table: Table = { rows: 2, columns: [image, numbers('x', [1, 2])] };
    expect(columnOf(fit(type, table).transform(table), 'image')).toBe(image);
    const named = columnOf(fit(type, table, { columns: ['image'] }).transform(table), 'image');
    expect(named).toMatchObject({
      kind: 'tensor',
      shape: [1, 2, 1],
      values: expect.any(Float32Array) as unknown,
    });
  });
});

it('standardize gives mean 0 and deviation 1, divided by n', () => {
  const fitted = fit('standardize', tableOf(numbers('x', [2, 4, 4, 4, 5, 5, 7, 9])));
  expect(fitted.state).toEqual({ columns: { x: { shift: 5, scale: 2 } } });
  expect(valuesOf(fitted.transform(tableOf(numbers('x', [5, 9]))), 'x')).toEqual([0, 2]);
});

it('minMax reaches exactly low and high', async () => {
  const fitted = fit('minMax', tableOf(numbers('x', [10, 20, 30])), { low: -1, high: 1 });
  expect(valuesOf(fitted.transform(tableOf(numbers('x', [10, 25, 30, 40]))), 'x')).toEqual([-1, 0.5, 1, 2]);
  expect(await errorText(() => fit('minMax', tableOf(numbers('x', [1])), { low: 1, high: 1 }))).toBe(
    'low (1) is not below high (1)\nat high\n→ Give high the larger number.',
  );
});

it('scaleImage divides by 255', () => {
  const table: Table = { rows: 2, columns: [image] };
  const fitted = fit('scaleImage', table);
  const scaled = fitted.transform(table);
  expect(valuesOf(scaled, 'image')).toEqual([0, 0.2, 0.4, 1].map(Math.fround));
  expect(valuesOf(fitted.inverse!(scaled), 'image')).toEqual([0, 51, 102, 255]);
});

describe('oneHot', () => {
  const table = tableOf(categories('sex', ['m', 'f', null]), numbers('x', [1, 2, 3]));

  it('makes a column per category, and keeps missing values missing', () => {
    const result = fit('oneHot', table).transform(table);
    expect(result.columns.map(({ name }) => name)).toEqual(['sex=f', 'sex=m', 'x']);
    expect(valuesOf(result, 'sex=f')).toEqual([0, 1, Number.NaN]);
    expect(valuesOf(result, 'sex=m')).toEqual([1, 0, Number.NaN]);
  });

  it('goes by names when another table numbers its categories otherwise', async () => {
    const fitted = fit('oneHot', table);
    const other = tableOf(categories('sex', ['m', 'm']));
    expect(valuesOf(fitted.transform(other), 'sex=m')).toEqual([1, 1]);
    expect(await errorText(() => fitted.transform(tableOf(categories('sex', ['x']))))).toBe(
      '"x" is no known category',
    );
  });
});

describe('impute', () => {
  const table = tableOf(
    numbers('x', [1, 2, Number.NaN, 2, 10]),
    categories('c', ['b', null, 'a', 'b', null]),
  );
  it.each([
    ['mean', 3.75],
    ['median', 2],
    ['mostFrequent', 2],
  ])('fills numbers with the %s', (strategy, value) => {
    const result = fit('impute', table, { strategy, columns: ['x'] }).transform(table);
    expect(valuesOf(result, 'x')).toEqual([1, 2, value, 2, 10]);
  });

  it('fills categories with the most frequent one or a given one', () => {
    expect(valuesOf(fit('impute', table, { strategy: 'mostFrequent' }).transform(table), 'c')).toEqual([
      1, 1, 0, 1, 1,
    ]);
    const given = fit('impute', table, { strategy: 'constant', value: 'a' });
    expect(valuesOf(given.transform(table), 'c')).toEqual([1, 0, 0, 1, 0]);
  });

  it('refuses values that do not fit', async () => {
    expect(await errorText(() => partOf('transform', 'impute', { strategy: 'constant' }))).toBe(
      'the strategy constant needs a value\nat strategy\n→ Write both strategy: constant and value.',
    );
    const part = partOf('transform', 'impute', { strategy: 'constant', value: 'z' });
    expect(await errorText(() => part.describe(table.columns.map(infoOf)))).toBe(
      '"c" has no category "z"\nat value\n→ Its categories are a, b.',
    );
    expect(await errorText(() => fit('impute', tableOf(numbers('x', [Number.NaN]))))).toBe(
      '"x" has no value in the training part to learn from\nat columns\n→ Leave the column out, or use the strategy constant.',
    );
  });
});

describe.each(['standardize', 'minMax', 'oneHot', 'impute', 'scaleImage'])(
  '%s, as every transform',
  (type) => {
    const table: Table = {
      rows: 2,
      columns: [image, numbers('x', [1, 2.5]), categories('c', ['a', 'b'])],
    };

    it('describes the columns that it gives', () => {
      const part = partOf('transform', type);
      expect(part.describe(table.columns.map(infoOf))).toEqual(
        fit(type, table).transform(table).columns.map(infoOf),
      );
    });

    it('is the same after its state went through JSON', async () => {
      const fitted = fit(type, table);
      const state = JSON.parse(JSON.stringify(fitted.state)) as Json;
      expect(partOf('transform', type).restore(state).transform(table)).toEqual(fitted.transform(table));
      if (type !== 'scaleImage') {
        expect(await errorText(() => partOf('transform', type).restore({ columns: { x: [1] } }))).toMatch(
          /^this is no state of/,
        );
      }
    });

    it('refuses columns that are unknown or of another kind', async () => {
      const wrong = type === 'oneHot' || type === 'scaleImage' ? 'x' : 'c';
      const check = (name: string) =>
        errorText(() => partOf('transform', type, { columns: [name] }).describe(table.columns.map(infoOf)));
      expect(await check('imgae')).toBe('unknown column "imgae"\nat columns.0\n→ Did you mean "image"?');
      expect(await check(wrong)).toMatch(
        /^"[xc]" is a column of (numbers|categories), not of .*\nat columns.0\n→ Leave it out of columns.$/,
      );
    });
  },
);
