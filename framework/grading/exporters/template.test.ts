import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { cellText, fillTemplate, headerOf, parseTemplate } from './template.ts';

const cell = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', ' ', 'a', 'b', '1', 'é') });

describe('a template', () => {
  it('is split as csv readers split it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const text = `h1,h2,h3${end}${stringify(rows, { record_delimiter: end, quoted: true })}`;
          const { records } = parseTemplate('a.csv', text);
          const expected = parse(text, { record_delimiter: end }).map((row) => row.map((one) => one.trim()));
          expect(records.map(({ cells }) => cells.map(cellText))).toEqual(expected);
        },
      ),
      { seed: 3 },
    );
  });

  it('that is not filled comes back byte for byte, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'a', '\uFEFF') }),
        (text) => {
          expect(fillTemplate(parseTemplate('a.csv', `h${text}`), new Map())).toBe(`h${text}`);
        },
      ),
      { seed: 5, numRuns: 500, examples: [['a,"b"c\n'], ['"open\n1,2'], ['\n\n'], ['a,'], ['a,b\r\n1']] },
    );
  });

  it('keeps the bytes of cells that are not filled', () => {
    const text = '\uFEFFname;"note";grade\r\n"a";  "x;y" ;\r\nb;"q""q";7\r\nc\r\n';
    const template = parseTemplate('a.csv', text);
    expect(headerOf(template)).toEqual(['name', 'note', 'grade']);
    const filled = new Map([1, 2, 3].map((record) => [record, new Map([[2, '=1;2']])]));
    expect(fillTemplate(template, filled)).toBe(
      '\uFEFFname;"note";grade\r\n"a";  "x;y" ;"\'=1;2"\r\nb;"q""q";"\'=1;2"\r\nc;;"\'=1;2"\r\n',
    );
  });

  it('that is empty is refused', () => {
    expect(() => parseTemplate('a.csv', '\uFEFF')).toThrow(ProblemsError);
    try {
      parseTemplate('a.csv', '');
    } catch (error) {
      expect(formatProblems((error as ProblemsError).problems)).toBe(
        'a.csv  the file is empty\n  expected  a csv file with a header, as the other system exports it',
      );
    }
  });
});
