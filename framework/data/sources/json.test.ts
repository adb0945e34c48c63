import { describe, expect, it } from 'vitest';
import { errorText, inFolder, sourceOf } from '../testing.ts';

const load = (text: string | Uint8Array, options: Record<string, unknown> = {}) =>
  inFolder(
    { 'x.json': text },
    async (folder) => (await sourceOf('json', { file: 'x.json', ...options }, folder).load()).table,
  );

const expected = {
  rows: 3,
  columns: [
    { name: 'x', kind: 'number', values: Float64Array.of(1, 2.5, Number.NaN) },
    { name: 'c', kind: 'category', codes: Int32Array.of(1, -1, 0), categories: ['a', 'b'] },
  ],
};

describe('json', () => {
  it('reads rows, columns and lines to the same table', async () => {
    expect(await load('[{"x":1,"c":"b"},{"x":2.5,"c":null},{"c":"a","x":null}]')).toEqual(expected);
    expect(await load('{"x":[1,2.5,null],"c":["b",null,"a"]}')).toEqual(expected);
    expect(await load('\uFEFF{"x":1,"c":"b"}\r\n{"x":2.5}\r\n\r\n{"c":"a"}\r\n')).toEqual(expected);
  });

  it('takes true and false for categories, nested arrays for arrays, and what it is told', async () => {
    const { columns } = await load(
      '[{"ok":true,"w":[[1,2],[3,4]],"zip":1,"m":"-"},{"ok":false,"w":[[5,6],[7,8]],"zip":2,"m":7}]',
      {
        columns: { zip: 'category', m: 'number' },
        missing: ['-'],
      },
    );
    expect(columns).toEqual([
      { name: 'ok', kind: 'category', codes: Int32Array.of(1, 0), categories: ['false', 'true'] },
      { name: 'w', kind: 'tensor', shape: [2, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
      { name: 'zip', kind: 'category', codes: Int32Array.of(0, 1), categories: ['1', '2'] },
      { name: 'm', kind: 'number', values: Float64Array.of(Number.NaN, 7) },
    ]);
  });

  it.each([
    ['', 'x.json: the file is empty.\n→ Write an array of objects, one for each row.'],
    ['[]', 'x.json: the file has no rows.\n→ Write at least one object.'],
    [
      '3',
      'x.json: this is no table: neither an array of rows nor an object of columns.\n→ Write [{"x": 1, "y": 2}, …] or {"x": [1, …], "y": [2, …]}.',
    ],
    [
      '[{"x": 1},\n {"x": NaN}]',
      'x.json, line 2: this is no JSON: unexpected "NaN".\n→ JSON has no such number: write null for a missing value.',
    ],
    [
      '[{"x": 1},\n {"x": 2}',
      'x.json, line 2: this is no JSON: unexpected the end of the file.\n→ Correct it, or write the file anew with a JSON library.',
    ],
    [
      "[{'x': 1}]",
      'x.json, line 1: this is no JSON: unexpected "\'".\n→ Correct it, or write the file anew with a JSON library.',
    ],
    [
      '{"x": 1}\n{"x": 2,}',
      'x.json, line 2: this is no JSON: unexpected "}".\n→ Correct it, or write the file anew with a JSON library.',
    ],
    ['[{"x": 1}, 2]', 'x.json, row 2: row 2 is no object.\n→ Write every row as {"column": value, …}.'],
    [
      '{"x": [1, 2], "y": [1]}',
      'x.json, column "y": the column has 1 values, but "x" has 2.\n→ Give all columns the same number of values, null where one is missing.',
    ],
    [
      '[{"x": 1}, {"x": 2}, {"x": "heavy"}]',
      'x.json, row 3, column "x": "heavy" is not a number.\n→ Correct it, write null, or read the column as names: columns: { x: category }.',
    ],
    [
      '[{"x": 1}, {"x": 2}, {"x": 1e999}]',
      'x.json, row 3, column "x": "Infinity" is not a number.\n→ Correct it, write null, or read the column as names: columns: { x: category }.',
    ],
    [
      '[{"x": [1, 2]}, {"x": [1]}]',
      'x.json, row 2, column "x": the array has the shape [1], that of row 1 [2].\n→ Give every row an array of numbers of the same shape.',
    ],
    [
      '[{"x": "a"}, {"x": {"b": 1}}]',
      'x.json, row 2, column "x": "{"b":1}" is no name of a category.\n→ Write texts, or numbers in every row.',
    ],
  ])('refuses %j', async (text, message) => {
    expect(await errorText(() => load(text))).toBe(message);
  });

  it('refuses options for columns that are not there', async () => {
    expect(await errorText(() => load('[{"zone": 1}]', { columns: { zoen: 'category' } }))).toBe(
      'unknown column "zoen"\nat columns\n→ Did you mean "zone"?',
    );
  });
});
