import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeCell, writeTable } from './spreadsheet.ts';

it('writes what a reader of csv reads back, but for the apostrophe before formulas', () => {
  const text = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', ' ', 'é'),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text), { minLength: 1 }),
      fc.constantFrom(',', ';'),
      (rows, delimiter) => {
        const read = parse(writeTable(rows, { delimiter }), {
          delimiter,
          record_delimiter: '\r\n',
        });
        const guarded = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
        // An empty line is no record.
        expect(read).toEqual(guarded);
      },
    ),
    { seed: 7 },
  );
});

it('keeps numbers numbers', () => {
  expect(writeTable([[-1.5, 'a', '-1.5']])).toBe("-1.5,a,'-1.5\r\n");
});

it('writes one cell as it stands in a file', () => {
  expect(writeCell('a;"b"', ';')).toBe('"a;""b"""');
  expect(writeCell('=1', ',')).toBe("'=1");
});
