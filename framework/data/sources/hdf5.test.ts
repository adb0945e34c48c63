import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareData } from '../pipeline.ts';
import { contextOf, dataOptions, errorText, inFolder, sourceOf, specOf } from '../testing.ts';
import { writeHdf5 } from './example-files.ts';

const rows = 500;
const images = Float32Array.from({ length: rows * 6 }, (_, index) => index);
/** Runs something beside a file with datasets of every kind. */
const withFile = <Result>(act: (folder: string) => Promise<Result>) =>
  inFolder({}, async (folder) => {
    await writeHdf5(join(folder, 'x.h5'), {
      'train/images': { shape: [rows, 2, 3], data: images },
      value: { shape: [rows], data: Float64Array.from({ length: rows }, (_, row) => row / 8) },
      count: { shape: [rows], data: BigInt64Array.from({ length: rows }, (_, row) => BigInt(row % 3)) },
      name: {
        shape: [rows],
        data: Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? 'even' : 'odd')),
      },
    });
    return act(folder);
  });
const datasets = { image: 'train/images', value: 'value', count: 'count', name: 'name' };

describe('hdf5', () => {
  it('reads arrays, numbers, classes and texts', async () => {
    await withFile(async (folder) => {
      const source = sourceOf('hdf5', { file: 'x.h5', datasets, classes: { count: [] } }, folder);
      expect(await source.describe()).toEqual({
        rows,
        columns: [
          { name: 'image', kind: 'tensor', shape: [2, 3] },
          { name: 'value', kind: 'number' },
          { name: 'count', kind: 'category', categories: ['0', '1', '2'] },
          { name: 'name', kind: 'category', categories: ['even', 'odd'] },
        ],
      });
      const { table } = await source.load();
      expect(table.columns[0]).toEqual({ name: 'image', kind: 'tensor', shape: [2, 3], values: images });
      expect(table.columns[3]).toMatchObject({ categories: ['even', 'odd'] });
    });
  });

  it('reads only the rows that a limit leaves, to the same result', async () => {
    await withFile(async (folder) => {
      const options = dataOptions({
        source: specOf('source', 'hdf5', { file: 'x.h5', datasets, classes: { count: [] } }),
        features: ['image'],
        target: 'count',
        limit: 40,
      });
      const { parts } = await prepareData(options, contextOf(7, folder));
      const { sourceRows, features, targets } = parts.train;
      expect(sourceRows).toHaveLength(32);
      sourceRows.forEach((row, index) => {
        expect([...features.subarray(6 * index, 6 * index + 6)]).toEqual([
          ...images.subarray(6 * row, 6 * row + 6),
        ]);
        expect(targets[index]).toBe(row % 3);
      });
      const source = sourceOf('hdf5', { file: 'x.h5', datasets }, folder);
      const { table } = await source.loadRows!(Int32Array.of(3, 4, 499));
      expect(table.columns[1]).toEqual({
        name: 'value',
        kind: 'number',
        values: Float64Array.of(3 / 8, 0.5, 499 / 8),
      });
      expect(table.columns[3]).toMatchObject({ codes: Int32Array.of(1, 0, 1), categories: ['even', 'odd'] });
    });
  });

  it('says what is wrong with a dataset or a file', async () => {
    await withFile(async (folder) => {
      const fail = (options: Record<string, unknown>) =>
        errorText(() => sourceOf('hdf5', { file: 'x.h5', datasets, ...options }, folder).load());
      expect(await fail({ datasets: { image: 'train/image' } })).toBe(
        'x.h5: there is no dataset "train/image".\n→ Did you mean "train/images"?',
      );
      expect(await fail({ datasets: { image: 'a/b/c' } })).toBe(
        'x.h5: there is no dataset "a/b/c".\n→ The datasets are count, name, train/images, value.',
      );
      expect(await fail({ file: 'y.h5' })).toBe('y.h5: there is no such file.\n→ Did you mean "x.h5"?');
      await writeFile(join(folder, 'text.h5'), 'this is no HDF5');
      expect(await fail({ file: 'text.h5' })).toMatch(
        /^text\.h5: the HDF5 file cannot be read: .+\n→ The file is cut off or damaged/,
      );
    });
  });

  it('reads a data set with its card, and says how to name one', async () => {
    const source = sourceOf('hdf5', { dataset: 'spectra' });
    const { columns, rows: all } = await source.describe();
    expect({ columns, all }).toEqual({
      columns: [
        { name: 'spectrum', kind: 'tensor', shape: [64] },
        { name: 'label', kind: 'category', categories: ['goldstone', 'dimer'] },
      ],
      all: 800,
    });
    const { table, files } = await source.loadRows!(Int32Array.of(0, 2));
    expect(table.columns[1]).toMatchObject({ codes: Int32Array.of(0, 1) });
    expect(files[0]!.path).toBe('spectra.h5');
    const wrong: [Record<string, unknown>, string][] = [
      [
        { file: 'x.h5' },
        'either dataset, or both file and datasets are needed\nat file\n→ Write dataset: spectra, or name a file and the datasets in it: { signal: signal }.',
      ],
      [
        { dataset: 'spectra', classes: { label: [] } },
        'the card of the data set spectra names its classes\nat classes\n→ Remove classes.',
      ],
      [
        { dataset: 'penguins' },
        'the data set penguins is of format csv, not hdf5\nat dataset\n→ Read it with type: csv.',
      ],
    ];
    for (const [options, message] of wrong) {
      expect(await errorText(() => sourceOf('hdf5', options).describe())).toBe(message);
    }
  });

  it('never takes a cut off or damaged file for a good one without saying so', async () => {
    await withFile(async (folder) => {
      const bytes = await readFile(join(folder, 'x.h5'));
      const load = async (content: Uint8Array) => {
        await writeFile(join(folder, 'damaged.h5'), content);
        return errorText(() => sourceOf('hdf5', { file: 'damaged.h5', datasets }, folder).load());
      };
      for (const length of [0, 64, 2000, bytes.length - 1]) {
        expect(await load(bytes.subarray(0, length))).toMatch(/^damaged\.h5/);
      }
    });
  });
});
