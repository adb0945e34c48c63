import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemsError } from '../document/problem.ts';
import { DataError } from './data-error.ts';
import { parseDatasetCard } from './dataset-card.ts';
import { libraryFolder } from './dataset-library.ts';
import { prepareData } from './pipeline.ts';
import { parseIdx } from './sources/idx-file.ts';
import { parseNpy } from './sources/npy-file.ts';
import { columnsFromJson } from './sources/json-columns.ts';
import { parseJsonTable } from './sources/json-records.ts';
import { parseCsv } from './sources/csv-records.ts';
import { columnsFromText } from './sources/text-columns.ts';
import { decodeText } from './decode-text.ts';
import { npyBytes } from './sources/example-files.ts';
import type { Column } from './table.ts';
import { sizeOf } from './table-rows.ts';
import { contextOf, dataOptions, errorText, inFolder, sourceOf, specOf } from './testing.ts';

/** Readers of whole files: each gives columns, or says in words what is wrong. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => readonly Column[]>> = {
  csv(bytes) {
    const records = parseCsv(decodeText(bytes, 'x'), 'x', ',');
    return columnsFromText(records, { file: 'x', missing: [''], kinds: {} });
  },
  json: (bytes) => columnsFromJson(parseJsonTable(decodeText(bytes, 'x'), 'x'), 'x', [], {}),
  idx(bytes) {
    const { shape, values } = parseIdx('x', bytes);
    return [{ name: 'x', kind: 'tensor', shape: shape.slice(1), values }];
  },
  npy(bytes) {
    const { shape, values } = parseNpy('x', bytes);
    expect(values.length).toBe(sizeOf(shape));
    return [];
  },
  card(bytes) {
    parseDatasetCard({ file: 'x', text: decodeText(bytes, 'x') });
    return [];
  },
};

const SEEDS: Readonly<Record<string, readonly Uint8Array[]>> = {
  csv: [Buffer.from('a,b,c\n1,"x, ""y""\nz",2.5\n-3e4,,7\n\n4,w,\n'), Buffer.from('\uFEFFa\r\n1\r\n2\r\n')],
  json: [
    Buffer.from('[{"x":1,"c":"b","w":[[1,2],[3,4]]},{"x":2.5,"c":null,"w":[[1,2],[3,4]]}]'),
    Buffer.from('{"x":[1,2],"y":["a",true]}'),
    Buffer.from('{"x":1}\n{"x":2}\n'),
  ],
  idx: [
    Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 9, 8, 7, 6]),
    gzipSync(Buffer.from([0, 0, 8, 1, 0, 0, 0, 2, 1, 0])),
  ],
  npy: [
    npyBytes('<f8', [2, 2], Float64Array.of(1, 2, 3, 4)),
    npyBytes('>i8', [3], new BigInt64Array(3), { version: 2, fortranOrder: true }),
  ],
  card: [readFileSync(join(libraryFolder(), 'penguins', 'dataset.yaml'))],
};

/** Bytes that differ from good ones in a few places: changed, cut off, doubled or moved. */
const mutated = (seeds: readonly Uint8Array[]) =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      fc.option(fc.nat(), { nil: undefined }),
      fc.option(fc.tuple(fc.nat(), fc.nat(40)), { nil: undefined }),
    )
    .map(([seed, changes, cut, doubled]) => {
      let bytes = Uint8Array.from(seed);
      for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
      if (doubled) {
        const at = doubled[0] % (bytes.length + 1);
        const piece = bytes.slice(at, at + doubled[1]);
        bytes = Uint8Array.from([...bytes.slice(0, at), ...piece, ...bytes.slice(at)]);
      }
      return cut === undefined ? bytes : bytes.slice(0, cut % (bytes.length + 1));
    });

/** Nothing is silently wrong: as many values as rows, numbers finite or missing, codes within the categories. */
function checkColumns(columns: readonly Column[]): void {
  for (const column of columns) {
    if (column.kind === 'number')
      expect(column.values.every((value) => !(Math.abs(value) === Infinity))).toBe(true);
    if (column.kind === 'category') {
      const { codes, categories } = column;
      expect(codes.every((code) => code >= -1 && code < categories.length)).toBe(true);
    }
    if (column.kind === 'tensor')
      expect(Number.isInteger(column.values.length / Math.max(1, sizeOf(column.shape)))).toBe(true);
  }
}

describe.each(Object.keys(READERS))('%s', (name) => {
  const read = (bytes: Uint8Array) => {
    try {
      checkColumns(READERS[name]!(bytes));
    } catch (error) {
      if (!(error instanceof DataError || error instanceof ProblemsError)) throw error;
      expect(error.message).toMatch(/^x.*: .{8,}/s);
    }
  };
  it('takes damaged files, or says what is wrong with them', () => {
    for (const seed of SEEDS[name]!) expect(() => READERS[name]!(seed)).not.toThrow();
    fc.assert(fc.property(mutated(SEEDS[name]!), read), { seed: 21, numRuns: name === 'card' ? 150 : 1500 });
  });

  it('takes any bytes and any text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), read), { seed: 22, numRuns: 500 });
    const text = fc
      .string({ unit: 'grapheme', maxLength: 80 })
      .map((value) => new TextEncoder().encode(value));
    fc.assert(fc.property(text, read), { seed: 23, numRuns: 500 });
  });
});

const loadCsv = (content: string | Uint8Array) =>
  inFolder({ 'x.csv': content }, async (folder) => sourceOf('csv', { file: 'x.csv' }, folder).load());

describe('csv files as they come', () => {
  it('names file, row, column and value of a text in row 9,000', async () => {
    const lines = Array.from({ length: 10_000 }, (_, row) => `${row + 1},${row === 8999 ? 'heavy' : row}`);
    expect(await errorText(() => loadCsv(`id,mass\n${lines.join('\n')}`))).toBe(
      'x.csv, line 9001 (row 9000), column "mass": "heavy" is not a number.\n→ Correct it, add it to the option missing, or read the column as names: columns: { mass: category }.',
    );
  });

  it('reads a million rows', async () => {
    const text = Buffer.alloc(8_000_000);
    let at = text.write('x,y\n');
    for (let row = 0; row < 1_000_000; row++) at += text.write(`${row % 1000},${row % 7}\n`, at);
    const { table } = await loadCsv(text.subarray(0, at));
    expect(table.rows).toBe(1_000_000);
    const [x] = table.columns;
    expect(x?.kind === 'number' && x.values[999_999]).toBe(999);
  });

  it.each([
    ['NaN', '"NaN" is no finite number'],
    ['-Infinity', '"-Infinity" is no finite number'],
    ['1e999', '"1e999" is no finite number'],
  ])('refuses %s in a feature and in the target', async (value, problem) => {
    for (const [row, column] of [
      [`${value},1`, 'x'],
      [`1,${value}`, 'y'],
    ] as const) {
      const fail = () =>
        inFolder({ 'x.csv': `x,y\n1,2\n${row}\n3,4\n` }, (folder) =>
          prepareData(
            dataOptions({ source: specOf('source', 'csv', { file: 'x.csv' }), target: 'y' }),
            contextOf(7, folder),
          ),
        );
      expect(await errorText(fail)).toBe(
        `x.csv, line 3 (row 2), column "${column}": ${problem}.\n→ Correct it, or list it as missing: add '${value}' to the option missing.`,
      );
    }
  });
});
