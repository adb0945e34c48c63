import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import type { Json } from '../component/json.ts';
import type { Registry } from '../component/registry.ts';
import { assembleNumbers } from './assemble.ts';
import { conformColumns } from './conform-columns.ts';
import { DataError } from './data-error.ts';
import type { DataOptions } from './data-options.ts';
import { noColumns } from './part-tables.ts';
import { inverseOf } from './pipeline.ts';
import type { TargetInfo } from './prepared-data.ts';
import { readInput } from './prediction-input.ts';
import { columnOf, isMissing, selectColumns } from './table-rows.ts';
import type { Table } from './table.ts';
import { applyChain, restoreChain } from './transform-chain.ts';
import type { FittedTransform } from './transform.ts';

const columnSchema = Type.Union([
  Type.Object({ name: Type.String(), kind: Type.Literal('number') }),
  Type.Object({ name: Type.String(), kind: Type.Literal('category'), categories: Type.Array(Type.String()) }),
  Type.Object({ name: Type.String(), kind: Type.Literal('tensor'), shape: Type.Array(Type.Integer()) }),
]);
const stateSchema = Type.Object({
  inputs: Type.Array(Type.String()),
  columns: Type.Array(columnSchema),
  target: Type.Union([
    Type.Object({ kind: Type.Literal('classes'), name: Type.String(), classes: Type.Array(Type.String()) }),
    Type.Object({ kind: Type.Literal('numbers'), names: Type.Array(Type.String()) }),
  ]),
  features: Type.Unknown(),
  targets: Type.Unknown(),
});

/** How an earlier run prepared its data: what is needed to prepare new rows in the same way. */
export interface RestoredPreparation {
  readonly options: DataOptions;
  /** Names of the feature columns in their order, and all columns that a new file must have. */
  readonly state: Pick<Static<typeof stateSchema>, 'inputs' | 'columns'>;
  readonly transforms: readonly FittedTransform[];
  readonly target: TargetInfo;
  /** Brings predictions back into the unit of the source. */
  readonly invertTarget: (values: Float32Array) => Float32Array;
}

/**
 * Restores the preparation of a run.
 * @param state the `transformState` of its prepared data
 * @throws Error when the state is not one of such options
 */
export function restorePreparation(
  options: DataOptions,
  state: unknown,
  registry: Registry,
): RestoredPreparation {
  if (!Value.Check(stateSchema, state)) throw new Error('this is no state of prepared data');
  const { inputs, columns, target } = state;
  const transforms = restoreChain(options.transforms, state.features as Json, registry);
  const targets = restoreChain(options.targetTransforms, state.targets as Json, registry);
  return {
    options,
    state: { inputs, columns },
    transforms,
    target,
    invertTarget: inverseOf(targets, target),
  };
}

/** New rows, ready for the model. */
export interface PredictionInput {
  readonly rows: number;
  /** `[rows, ...inputShape]` */
  readonly features: Float32Array;
  /** Without the batch axis. */
  readonly inputShape: readonly number[];
  /** Row in the file of each row, from 0; of a window the last one. */
  readonly sourceRows: Int32Array;
}

/**
 * Reads new rows and transforms them as the run did: nothing is learned from them. They need no target.
 * @param file csv, json, npy, idx or hdf5, by its ending; relative to `directory`
 * @throws DataError where the columns do not fit: one is missing, of another kind, or holds an unknown category or
 * no value; ComponentProblem where the rows make no window
 */
export async function preparePrediction(
  preparation: RestoredPreparation,
  file: string,
  { directory, registry }: { readonly directory: string; readonly registry: Registry },
): Promise<PredictionInput> {
  const { options, state } = preparation;
  const table = await readInput(file, {
    directory,
    registry,
    source: options.source,
    columns: state.columns,
  });
  return prepareRows(preparation, table, file);
}

/**
 * Transforms new rows as the run did: nothing is learned from them. They need no target, and may have more columns.
 * @param origin what messages call them: the file
 * @throws as {@link preparePrediction}
 */
export function prepareRows(
  { options, state, transforms }: RestoredPreparation,
  rows: Table,
  origin: string,
): PredictionInput {
  const table = conformColumns(rows, state.columns, origin);
  if (options.missing !== 'keep') refuseMissing(table, origin);
  const sourceRows = Int32Array.from({ length: table.rows }, (_, row) => row);
  const part = applyChain(
    transforms,
    {
      features: selectColumns(table, state.inputs),
      targets: noColumns(table.rows),
      sourceRows,
      source: { table, used: sourceRows },
    },
    { section: 'transforms', file: origin },
  );
  const { columns, rows: length } = part.features;
  const [first] = columns;
  return {
    rows: length,
    features: assembleNumbers(part.features, { file: origin, rows: part.sourceRows }),
    inputShape: first?.kind === 'tensor' ? first.shape : [columns.length],
    sourceRows: part.sourceRows,
  };
}

function refuseMissing(table: Table, file: string): void {
  for (const { name } of table.columns) {
    const column = columnOf(table, name);
    for (let row = 0; row < table.rows; row++) {
      if (column.kind === 'tensor' || !isMissing(column, row)) continue;
      throw new DataError('the value is missing', {
        file,
        row: row + 1,
        column: name,
        fix: 'Fill it in, or leave the row out: the model was trained on complete rows.',
      });
    }
  }
}
