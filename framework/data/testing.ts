import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { ComponentKind, ComponentSpec, PartOf } from '../component/component.ts';
import { createRegistry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { dataComponents } from './components.ts';
import type { DataOptions } from './data-options.ts';
import type { SourcePart } from './source.ts';
import type { Column, Table } from './table.ts';

/** The components of this room. For tests. */
export const registry = createRegistry(dataComponents);

/** A component's options with its defaults filled in, as validation does it. For tests. */
export function specOf(
  kind: ComponentKind,
  type: string,
  options: Record<string, unknown> = {},
): ComponentSpec {
  const schema = Type.Object(registry.find(kind, type)!.options);
  return { type, ...(Value.Default(schema, structuredClone(options)) as object) };
}

/** A source of those options, its other options as they are by default. For tests. */
export function sourceOf(
  type: string,
  options: Record<string, unknown>,
  directory = '.',
  seed = 7,
): SourcePart {
  return registry.build('source', specOf('source', type, options), {
    directory,
    stream: createStream(seed).derive('data').derive('source'),
  });
}

/** A split or transform of those options. For tests. */
export function partOf<Kind extends 'split' | 'transform'>(
  kind: Kind,
  type: string,
  options: Record<string, unknown> = {},
): PartOf<Kind> {
  return registry.build(kind, specOf(kind, type, options), undefined as never);
}

/** A section `data` with defaults. For tests. */
export function dataOptions(
  options: Pick<DataOptions, 'source' | 'target'> & Partial<DataOptions>,
): DataOptions {
  return {
    features: [],
    missing: 'error',
    limit: null,
    split: specOf('split', 'random'),
    transforms: [],
    targetTransforms: [],
    ...options,
  };
}

/** A section `data` of those rows, half of them for training. For tests. */
export function inlineOptions(
  rows: readonly object[],
  options: Partial<DataOptions> & Pick<DataOptions, 'target'>,
): DataOptions {
  return dataOptions({
    source: specOf('source', 'inline', { rows }),
    split: specOf('split', 'random', { train: 0.5, validation: 0.25, test: 0.25 }),
    ...options,
  });
}

/** The penguins, as the first experiment prepares them. For tests. */
export const penguinOptions = dataOptions({
  source: specOf('source', 'csv', { dataset: 'penguins' }),
  features: ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g', 'sex'],
  target: 'species',
  missing: 'drop',
  split: specOf('split', 'random', { stratify: ['species', 'sex'] }),
  transforms: [specOf('transform', 'standardize'), specOf('transform', 'oneHot')],
});

/** What data are prepared with under a seed. For tests. */
export const contextOf = (seed: number, directory = '.') => ({
  registry,
  directory,
  stream: createStream(seed).derive('data'),
});

/** A column of numbers. For tests. */
export const numbers = (name: string, values: readonly number[]): Column => ({
  name,
  kind: 'number',
  values: Float64Array.from(values),
});

/** A column of categories, sorted; null is missing. For tests. */
export function categories(name: string, values: readonly (string | null)[]): Column {
  const all = [...new Set(values.filter((value) => value !== null))].sort();
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : all.indexOf(value)));
  return { name, kind: 'category', codes, categories: all };
}

/** A table of columns of equal length. For tests. */
export function tableOf(...columns: readonly Column[]): Table {
  const [first] = columns;
  const rows =
    first?.kind === 'number' ? first.values.length : first?.kind === 'category' ? first.codes.length : 0;
  return { rows, columns };
}

/** Runs something in a folder with those files, which is removed afterwards. For tests. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'descent-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The whole text of an error, with its fix. For tests. */
export async function errorText(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    const { message, fix, option } = error as { message: string; fix?: string; option?: string };
    return [message, ...(option ? [`at ${option}`] : []), ...(fix ? [`→ ${fix}`] : [])].join('\n');
  }
  return 'no error';
}
