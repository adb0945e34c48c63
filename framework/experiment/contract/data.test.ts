import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ComponentProblem } from '../../component/component.ts';
import { writeExampleFiles } from '../../data/sources/example-files.ts';
import { numbers, tableOf, categories } from '../../data/testing.ts';
import type { Column, ColumnInfo, Table } from '../../data/table.ts';
import { createStream } from '../../random/stream.ts';
import { builtInRegistry } from '../components.ts';
import { casesOf, exampleOf } from './specs.ts';

/** A folder with the files that the examples of the sources name. */
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'descent-'));
  await writeExampleFiles(directory);
});
afterAll(() => rm(directory, { recursive: true }));

function infoOf(column: Column): ColumnInfo {
  const { name } = column;
  if (column.kind === 'number') return { name, kind: 'number' };
  if (column.kind === 'category') return { name, kind: 'category', categories: column.categories };
  return { name, kind: 'tensor', shape: column.shape };
}

const lengthOf = (column: Column): number =>
  column.kind === 'category'
    ? column.codes.length
    : column.values.length / (column.kind === 'tensor' ? column.shape.reduce((a, b) => a * b, 1) : 1);

function digestOf(column: Column): string {
  const values = column.kind === 'category' ? column.codes : column.values;
  return createHash('sha256')
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex');
}

describe.each(casesOf('source'))('source %s', (_, component) => {
  const build = (seed = 7) =>
    builtInRegistry.build('source', exampleOf(component), {
      directory,
      stream: createStream(seed).derive('source'),
    });

  it('loads the columns and the number of rows that it describes', async () => {
    const described = await build().describe();
    const { table } = await build().load();
    expect(table.columns.map(infoOf)).toEqual(described.columns);
    expect(table.columns.map(lengthOf)).toEqual(table.columns.map(() => table.rows));
    if (described.rows !== undefined) expect(table.rows).toBe(described.rows);
  });

  it('gives the same rows for the same seed', async () => {
    const [one, other] = await Promise.all([build().load(), build().load()]);
    // MNIST has 47 million numbers, far too many for `toEqual`.
    expect(other.table.columns.map(digestOf)).toEqual(one.table.columns.map(digestOf));
    expect(other.files).toEqual(one.files);
  });
});

/** Tables that between them suit every transform. */
const TABLES: readonly Table[] = [
  tableOf(
    numbers('body_mass_g', [3750, 3800, 3250, 3450, 3650, 3625]),
    numbers('flipper_length_mm', [181, 186, 195, 193, 190, 181]),
    categories('sex', ['male', 'female', 'female', 'female', 'male', 'male']),
    categories('species', ['a', 'b', 'c', 'a', 'b', 'c']),
  ),
  tableOf(
    numbers('body_mass_g', [1, 2, Number.NaN, 4, 5, 6]),
    numbers('flipper_length_mm', [4, 4, 4, 4, 4, 4]),
  ),
  {
    rows: 3,
    columns: [
      {
        name: 'image',
        kind: 'tensor',
        shape: [2, 2, 1],
        values: Uint8Array.from({ length: 12 }, (_, i) => 20 * i),
      },
    ],
  },
  tableOf(numbers('time', [0, 0.4, 1.1, 1.5, 2.5]), numbers('hour', [23, 0, 1, 2, 4])),
];

describe.each(casesOf('transform'))('transform %s', (_, component) => {
  const part = builtInRegistry.build('transform', exampleOf(component), undefined);
  const suited = TABLES.filter((table) => {
    try {
      return part.describe(table.columns.map(infoOf)).length > 0;
    } catch (error) {
      if (error instanceof ComponentProblem) return false;
      throw error;
    }
  });
  const fit = (table: Table) => part.fit(table, createStream(1));

  it('suits one of the tables and gives the columns that it announces', () => {
    expect(suited.length).toBeGreaterThan(0);
    for (const table of suited) {
      expect(fit(table).transform(table).columns.map(infoOf)).toEqual(
        part.describe(table.columns.map(infoOf)),
      );
    }
  });

  it('is the same after its state went through a file, and changes no input', () => {
    for (const table of suited) {
      const before = structuredClone(table);
      const fitted = fit(table);
      const expected = fitted.transform(table);
      const restored = part.restore(JSON.parse(JSON.stringify(fitted.state)) as typeof fitted.state);
      expect(restored.transform(table)).toEqual(expected);
      expect(table).toEqual(before);
    }
  });

  it.skipIf(part.scope === 'series')('transforms a row the same whatever other rows stand beside it', () => {
    for (const table of suited) {
      const fitted = fit(table);
      const one = (rows: Table): unknown => firstRow(fitted.transform(rows));
      expect(one(onlyFirst(table))).toEqual(one(table));
    }
  });
});

function onlyFirst(table: Table): Table {
  const columns = table.columns.map((column): Column => {
    if (column.kind === 'category') return { ...column, codes: column.codes.slice(0, 1) };
    if (column.kind === 'number') return { ...column, values: column.values.slice(0, 1) };
    return {
      ...column,
      values: column.values.slice(
        0,
        column.shape.reduce((a, b) => a * b, 1),
      ),
    };
  });
  return { rows: 1, columns };
}

function firstRow(table: Table): unknown {
  return onlyFirst(table).columns.map((column) =>
    column.kind === 'category' ? column.codes : column.values,
  );
}

describe.each(casesOf('split'))('split %s', (_, component) => {
  const part = builtInRegistry.build('split', exampleOf(component), undefined);
  const rows = 200;
  const stream = createStream(5).derive('table');
  const table = tableOf(
    categories(
      'species',
      Array.from({ length: rows }, () => 'abc'[stream.integer(3)]!),
    ),
    categories(
      'sex',
      Array.from({ length: rows }, () => ['male', 'female'][stream.integer(2)]!),
    ),
    numbers(
      'time',
      Array.from({ length: rows }, (_value, index) => index),
    ),
  );

  it('gives parts that are disjoint and exhaust the rows, the same for the same seed', () => {
    part.check(table.columns.map(infoOf));
    const split = part.split(table, createStream(2));
    const all = [...split.train, ...split.validation, ...split.test];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeLessThanOrEqual(rows);
    for (const name of part.parts) expect(split[name].length).toBeGreaterThan(0);
    expect(part.split(table, createStream(2))).toEqual(split);
  });
});
