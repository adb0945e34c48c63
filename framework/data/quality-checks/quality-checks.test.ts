import { describe, expect, it } from 'vitest';
import { createStream } from '../../random/stream.ts';
import { loadDataset } from '../load-dataset.ts';
import { prepareData } from '../pipeline.ts';
import type { Table } from '../table.ts';
import { categories, contextOf, dataOptions, numbers, penguinOptions, specOf, tableOf } from '../testing.ts';
import { checkQuality } from './check-quality.ts';
import type { QualityInput } from './quality-check.ts';

const stream = createStream(3);
const ROWS = 200;
const random = Array.from({ length: ROWS }, () => stream.normal());
const labels = random.map((value, row) => (value + 0.3 * random[(row + 1) % ROWS]! > 0 ? 'yes' : 'no'));
const texts = (table: Table, targets: string[], more: Partial<QualityInput> = {}) => {
  const features = table.columns.map(({ name }) => name).filter((name) => !targets.includes(name));
  return checkQuality({ table, features, targets, ...more }).map(
    ({ check, severity, message }) => `${check} ${severity}: ${message}`,
  );
};

it('finds nothing in ordinary data', () => {
  expect(texts(tableOf(numbers('x', random), categories('y', labels)), ['y'])).toEqual([]);
});

describe('each check names columns and numbers', () => {
  it('missing values', () => {
    const gaps = random.map((value, row) => (row < 3 ? Number.NaN : value));
    expect(texts(tableOf(numbers('x', gaps), categories('y', labels)), ['y'])).toEqual([
      'missingValues note: 3 of 200 rows (1.5 %) lack a value: x 3.',
    ]);
  });

  it('constant columns', () => {
    const table = tableOf(
      numbers('x', random),
      numbers(
        'c',
        random.map(() => 4),
      ),
      categories('y', labels),
    );
    expect(texts(table, ['y'])).toEqual(['constantColumns note: c has the same value in every row.']);
  });

  it('columns that give the target away', () => {
    const copy = labels.map((label) => (label === 'yes' ? 'ja' : 'nein'));
    const table = tableOf(
      numbers('x', random),
      categories('copy', copy),
      numbers(
        'code',
        labels.map((label) => (label === 'yes' ? 1 : 0)),
      ),
      categories('y', labels),
    );
    expect(texts(table, ['y'])).toEqual([
      'leakingColumns warning: copy alone gives y away: it names the class of 100 % of the rows.',
      'leakingColumns warning: code alone gives y away: it names the class of 99.5 % of the rows.',
    ]);
    const grams = tableOf(
      numbers('kg', random),
      numbers(
        'pounds',
        random.map((value) => 2.2046 * value + 1),
      ),
    );
    expect(texts(grams, ['pounds'])).toEqual([
      'leakingColumns warning: kg alone gives pounds away: their correlation is 1.00000.',
    ]);
  });

  it('rows of the training part that come again', () => {
    const table = tableOf(
      numbers(
        'x',
        random.map((value, row) => (row >= 190 ? random[row - 190]! : value)),
      ),
      categories(
        'c',
        labels.map((_, row) => (row % 5 === 0 ? 'a' : 'b')),
      ),
      categories(
        'y',
        labels.map((label, row) => (row >= 190 ? labels[row - 190]! : label)),
      ),
    );
    const rows = Array.from({ length: ROWS }, (_, row) => row);
    const parts = {
      train: Int32Array.from(rows.slice(0, 100)),
      validation: Int32Array.from(rows.slice(100, 150)),
      test: Int32Array.from(rows.slice(150)),
    };
    expect(texts(table, ['y'], { parts })).toEqual([
      'duplicatedRows warning: 10 of 50 test rows (20 %) are copies of a training row.',
    ]);
  });

  it('classes that are rare or never occur', () => {
    const rare = random.map((_, row) => (row % 20 === 0 ? 'rare' : 'common'));
    expect(texts(tableOf(numbers('x', random), categories('y', rare)), ['y'])).toEqual([
      'classImbalance warning: The class common of y is 19 times as frequent as rare (190 and 10 rows); always answering it is right for 95 %.',
    ]);
    const never = {
      ...categories('y', labels),
      categories: ['no', 'yes', 'maybe'],
    } as Table['columns'][number];
    expect(texts(tableOf(numbers('x', random), never), ['y'])).toEqual([
      'classImbalance warning: No row has the class maybe of y.',
    ]);
  });

  it('rows sorted by the target', () => {
    const order = random.map((_, row) => row).toSorted((a, b) => (labels[a]! < labels[b]! ? -1 : 1));
    const sorted = tableOf(
      numbers(
        'x',
        order.map((row) => random[row]!),
      ),
      categories(
        'y',
        order.map((row) => labels[row]!),
      ),
    );
    expect(texts(sorted, ['y'])).toEqual(['sortedRows note: The rows come in 2 blocks sorted by y.']);
    const rising = tableOf(
      numbers('x', random),
      numbers(
        't',
        random.toSorted((a, b) => a - b),
      ),
    );
    expect(texts(rising, ['t'])).toEqual(['sortedRows note: The rows are sorted by t.']);
  });

  it('features and targets of very different or large scale', () => {
    const table = tableOf(
      numbers('x', random),
      numbers(
        'grams',
        random.map((_, row) => 1000 * random[(row * 7) % ROWS]!),
      ),
      numbers(
        't',
        random.map((_, row) => 4000 + 100 * random[(row * 3) % ROWS]!),
      ),
    );
    expect(texts(table, ['t'])).toEqual([
      'scaleDifferences note: grams varies 1000 times as much as x (standard deviations 1000 and 1).'.replace(
        /standard deviations 1000 and 1/,
        () => {
          const mean = random.reduce((a, b) => a + b, 0) / ROWS;
          const sd = Math.sqrt(random.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ROWS);
          return `standard deviations ${Number((1000 * sd).toPrecision(3))} and ${Number(sd.toPrecision(3))}`;
        },
      ),
      `scaleDifferences note: The values of the target t reach ${Number((4000 + 100 * Math.max(...random)).toPrecision(3))}.`,
    ]);
  });
});

describe('the data sets that come with Descent', () => {
  it('penguins: what the experiment reports', async () => {
    const { quality } = await prepareData(penguinOptions, contextOf(7));
    expect(quality.map(({ check, severity }) => `${check} ${severity}`)).toEqual([
      'missingValues note',
      'sortedRows note',
    ]);
  });

  it('penguins: raw grams as a target', async () => {
    const options = dataOptions({
      ...penguinOptions,
      features: ['bill_length_mm'],
      target: 'body_mass_g',
      transforms: [],
    });
    const { quality } = await prepareData(options, contextOf(7));
    expect(quality[0]).toEqual({
      check: 'scaleDifferences',
      severity: 'warning',
      message: 'The values of the target body_mass_g reach 6300.',
      fix: 'Add standardize to targetTransforms: a new model predicts about 0 and would have far to go.',
    });
  });

  it('mnist: only that raw bytes are large', async () => {
    const { parts } = await loadDataset('mnist');
    expect(texts(parts[1]!.table, ['label'])).toEqual([
      'scaleDifferences note: The values of image reach 255.',
    ]);
  });

  it('generated data: nothing, and a line without noise gives itself away', async () => {
    const qualityOf = async (type: string, target: string, options = {}) =>
      (await prepareData(dataOptions({ source: specOf('source', type, options), target }), contextOf(7)))
        .quality;
    for (const type of ['xor', 'circle', 'gauss', 'spiral'])
      expect(await qualityOf(type, 'label')).toEqual([]);
    expect(await qualityOf('line', 'y')).toEqual([]);
    expect((await qualityOf('line', 'y', { noise: 0 })).map(({ check }) => check)).toEqual([
      'leakingColumns',
    ]);
  });
});
