import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../data-error.ts';
import { columnOf } from '../table-rows.ts';
import { errorText, inFolder, sourceOf } from '../testing.ts';
import type { Table } from '../table.ts';

const read = (text: string | Uint8Array, options: Record<string, unknown> = {}): Promise<Table> =>
  inFolder({ 'a.csv': text }, async (folder) => {
    const { table } = await sourceOf('csv', { file: 'a.csv', ...options }, folder).load();
    return table;
  });
const problem = (text: string | Uint8Array, options: Record<string, unknown> = {}) =>
  errorText(() => read(text, options));
const codesOf = (table: Table, name: string) => {
  const column = columnOf(table, name);
  if (column.kind !== 'category') throw new Error(`${name} is of kind ${column.kind}`);
  return [...column.codes].map((code) => column.categories[code] ?? null);
};
const valuesOf = (table: Table, name: string) => {
  const column = columnOf(table, name);
  if (column.kind !== 'number') throw new Error(`${name} is of kind ${column.kind}`);
  return [...column.values];
};

describe('penguins', () => {
  const tally = (values: readonly (string | null)[]) =>
    Object.fromEntries(
      [...new Set(values)].map((value) => [value ?? 'missing', values.filter((v) => v === value).length]),
    );

  it('has the known rows, categories and missing values', async () => {
    const { table, files } = await sourceOf('csv', { dataset: 'penguins' }).load();
    expect(table.rows).toBe(344);
    expect(files).toEqual([
      {
        path: 'penguins.csv',
        sha256: 'f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93',
      },
    ]);
    expect(tally(codesOf(table, 'species'))).toEqual({ Adelie: 152, Gentoo: 124, Chinstrap: 68 });
    expect(tally(codesOf(table, 'sex'))).toEqual({ male: 168, female: 165, missing: 11 });
    expect(tally(codesOf(table, 'island'))).toEqual({ Torgersen: 52, Biscoe: 168, Dream: 124 });
    const missingSex = codesOf(table, 'sex').flatMap((sex, row) => (sex === null ? [row + 1] : []));
    expect(missingSex).toEqual([4, 9, 10, 11, 12, 48, 179, 219, 257, 269, 272]);
  });

  it('is described by its card without reading the data, and just as it is', async () => {
    const source = sourceOf('csv', { dataset: 'penguins' });
    const described = await source.describe();
    const { table } = await source.load();
    expect(described.rows).toBe(table.rows);
    expect(described.columns).toEqual(
      table.columns.map((column) =>
        column.kind === 'category'
          ? { name: column.name, kind: column.kind, categories: column.categories }
          : { name: column.name, kind: column.kind },
      ),
    );
  });
});

describe('a csv file', () => {
  it('may have a byte order mark, CRLF, quotes, line breaks in values, and empty lines', async () => {
    const table = await read('\uFEFFname,mass\r\n"Smith, ""Jo""",1.5\r\n\r\n"two\nlines", -2e1 \r\n');
    expect(codesOf(table, 'name')).toEqual(['Smith, "Jo"', 'two\nlines']);
    expect(valuesOf(table, 'mass')).toEqual([1.5, -20]);
  });

  it('keeps the empty lines of a single column as missing values', async () => {
    expect(valuesOf(await read('x\n1\n\n3\n'), 'x')).toEqual([1, Number.NaN, 3]);
  });

  it('takes kinds from the options before guessing', async () => {
    const table = await read('code,x\n10,1\n9,NA\n', { columns: { code: 'category' } });
    expect(codesOf(table, 'code')).toEqual(['10', '9']);
    expect(columnOf(table, 'code')).toMatchObject({ categories: ['9', '10'] });
    expect(valuesOf(table, 'x')).toEqual([1, Number.NaN]);
  });

  it.each([
    ['empty', '', 'a.csv: the file is empty.\n→ Write a line of column names and rows below it.'],
    [
      'header only',
      'a,b\n',
      'a.csv: the file has a header but no rows.\n→ Write at least one row below the header.',
    ],
    [
      'short row',
      'a,b\n1,2\n3\n',
      'a.csv, line 3 (row 2): 1 value, but 2 columns.\n→ Add the values that lack, empty where they are unknown.',
    ],
    [
      'long row',
      'a,b\n1,2,3\n',
      'a.csv, line 2 (row 1): 3 values, but 2 columns.\n→ Put values that contain "," in quotes.',
    ],
    [
      'same name twice',
      'a,b,a\n1,2,3\n',
      'a.csv, line 1, column "a": the header names "a" twice.\n→ Give each column a name of its own.',
    ],
    [
      'no name',
      'a,,c\n1,2,3\n',
      'a.csv, line 1: column 2 of the header has no name.\n→ Name every column in the first line.',
    ],
    [
      'NaN',
      'a\n1\nNaN\n',
      `a.csv, line 3 (row 2), column "a": "NaN" is no finite number.\n→ Correct it, or list it as missing: add 'NaN' to the option missing.`,
    ],
    [
      'infinity',
      'a\n1\n-inf\n',
      `a.csv, line 3 (row 2), column "a": "-inf" is no finite number.\n→ Correct it, or list it as missing: add '-inf' to the option missing.`,
    ],
    [
      'too large',
      'a\n1\n1e999\n',
      `a.csv, line 3 (row 2), column "a": "1e999" is no finite number.\n→ Correct it, or list it as missing: add '1e999' to the option missing.`,
    ],
    [
      'decimal comma',
      'a\n1\n2\n"1,5"\n',
      'a.csv, line 4 (row 3), column "a": "1,5" is not a number.\n→ Write decimals with a point.',
    ],
    [
      'other delimiter',
      'a;b\n1;2\n',
      'a.csv, line 1: the header has no ",", but ";".\n→ If ";" separates the columns, set the option delimiter: ";".',
    ],
    [
      'open quote',
      'a,b\n1,"2\n3,4\n',
      'a.csv, line 2: a quote is opened but never closed.\n→ Close it, or write a quote within a value twice.',
    ],
    [
      'quote within',
      'a,b\n1,2"3\n',
      'a.csv, line 2: a quote stands in the middle of a value.\n→ Put the whole value in quotes, and write a quote within it twice: "say ""hi""".',
    ],
    [
      'binary',
      'a\n1\n\u0000\n',
      'a.csv, line 3: this is not a text file: it holds zero bytes.\n→ Check that you named the right file.',
    ],
  ])('is refused in words: %s', async (_case, text, message) => {
    expect(await problem(text)).toBe(message);
  });

  it('names the row of a stray word in a long column of numbers', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => (row === 8_999 ? 'heavy' : String(row)));
    expect(await problem(`mass\n${rows.join('\n')}\n`)).toBe(
      'a.csv, line 9001 (row 9000), column "mass": "heavy" is not a number.\n→ Correct it, add it to the option missing, or read the column as names: columns: { mass: category }.',
    );
  });

  it('is refused in another encoding, with the line', async () => {
    const latin1 = Buffer.from('name,x\nok,1\nJosé,2\n', 'latin1');
    expect(await problem(latin1)).toBe(
      'a.csv, line 3: the text is not in UTF-8.\n→ Save it again with the encoding UTF-8; older spreadsheets write Latin-1 or Windows-1252.',
    );
    const utf16 = Buffer.from('\uFEFFname\nJo\n', 'utf16le');
    expect(await problem(utf16)).toBe(
      'a.csv, line 1: the file is saved as UTF-16.\n→ Save it again with the encoding UTF-8.',
    );
  });

  it('is refused when it is missing, or a folder', async () => {
    await inFolder({ 'penguins.csv': 'a\n1\n' }, async (folder) => {
      const load = (file: string) => errorText(() => sourceOf('csv', { file }, folder).load());
      expect(await load('pengiuns.csv')).toBe(
        'pengiuns.csv: there is no such file.\n→ Did you mean "penguins.csv"?',
      );
      expect(await load('deep/x.csv')).toBe(
        'deep/x.csv: there is no such file.\n→ Check the path; it is relative to the folder of the experiment file.',
      );
      await mkdir(join(folder, 'sub'));
      expect(await load('sub')).toBe('sub: this is a folder, not a file.\n→ Name a file; it is empty.');
    });
  });

  it('needs exactly one of dataset and file, a known data set of its format, and known columns', async () => {
    expect(await errorText(() => sourceOf('csv', {}))).toBe(
      'neither dataset nor file is given\nat type\n→ Name exactly one of them.',
    );
    expect(await errorText(() => sourceOf('csv', { dataset: 'a', file: 'b' }))).toBe(
      'both dataset and file are given\nat file\n→ Name exactly one of them.',
    );
    expect(await errorText(() => sourceOf('csv', { dataset: 'pinguins' }).describe())).toBe(
      'unknown data set "pinguins"\nat dataset\n→ Did you mean "penguins"?',
    );
    expect(await errorText(() => sourceOf('csv', { dataset: 'mnist' }).describe())).toBe(
      'the data set mnist is of format idx, not csv\nat dataset\n→ Read it with type: idx.',
    );
    expect(await problem('mass\n1\n', { columns: { mas: 'number' } })).toBe(
      'unknown column "mas"\nat columns\n→ Did you mean "mass"?',
    );
  });

  it('gives back what was written, whatever the values', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => text.trim() === text && !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['left,right', ...rows.map((row) => row.map(quote).join(','))].join('\n');
        const table = await read(text, { missing: [], columns: { left: 'category', right: 'category' } });
        expect(codesOf(table, 'left')).toEqual(rows.map(([left]) => left));
        expect(codesOf(table, 'right')).toEqual(rows.map(([, right]) => right));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('never crashes on mutated bytes', async () => {
    const good = Buffer.from('name,mass\n"a ""b""",1.5\nc,NA\nd,3\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = Buffer.from(good);
          for (const [at, byte] of changes) bytes[at] = byte;
          try {
            const { rows, columns } = await read(bytes);
            for (const column of columns) {
              expect(
                column.kind === 'number' ? column.values : column.kind === 'category' && column.codes,
              ).toHaveLength(rows);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(DataError);
          }
        },
      ),
      { seed: 2, numRuns: 150 },
    );
  });
});
