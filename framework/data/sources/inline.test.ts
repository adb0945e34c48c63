import { expect, it } from 'vitest';
import { errorText, sourceOf } from '../testing.ts';

const load = async (rows: object[]) => (await sourceOf('inline', { rows }).load()).table;

it('makes columns of numbers, of names, and of true and false', async () => {
  const table = await load([
    { x: 0, name: 'b', ok: true },
    { x: null, name: 'a', ok: false },
    { x: 2.5, name: null, ok: true },
  ]);
  expect(table).toEqual({
    rows: 3,
    columns: [
      { name: 'x', kind: 'number', values: Float64Array.of(0, Number.NaN, 2.5) },
      { name: 'name', kind: 'category', codes: Int32Array.of(1, 0, -1), categories: ['a', 'b'] },
      { name: 'ok', kind: 'category', codes: Int32Array.of(1, 0, 1), categories: ['false', 'true'] },
    ],
  });
});

it.each([
  [
    [{ x: 1 }, { y: 1 }],
    'row 2 lacks the column "x"\nat rows.1\n→ Name the same columns in every row; write null for a missing value.',
  ],
  [
    [{ x: 1 }, { x: 1, y: 1 }],
    'row 2 has a column "y" that row 1 has not\nat rows.1\n→ Name the same columns in every row; write null for a missing value.',
  ],
  [
    [{ x: 1 }, { x: 'a' }],
    `the column "x" mixes numbers and strings\nat rows.1.x\n→ Put all values of a column of names in quotes: '1'.`,
  ],
  [
    [{ x: 1 }, { x: Infinity }],
    'Infinity is no finite number\nat rows.1.x\n→ Write null for a missing value.',
  ],
])('refuses rows that do not fit together', async (rows, message) => {
  expect(await errorText(() => load(rows))).toBe(message);
});
