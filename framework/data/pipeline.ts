import { applyChain, chainState, fitChain, invertChain } from './transform-chain.ts';
import { assembleNumbers, assembleTargets } from './assemble.ts';
import { withinAsync, type DataContext, type DataOptions } from './data-options.ts';
import { lastTargets } from './last-targets.ts';
import { noColumns, type PartTables } from './part-tables.ts';
import { planData, type DataPlan } from './plan.ts';
import type { PreparedData, PreparedPart, TargetInfo } from './prepared-data.ts';
import { checkQuality } from './quality-checks/check-quality.ts';
import { readSampleWeights } from './sample-weights.ts';
import type { SourcePart } from './source.ts';
import { PART_NAMES, type PartName } from './split.ts';
import { selectColumns, selectRows } from './table-rows.ts';
import type { FittedTransform } from './transform.ts';
import { completeRows, loadUsedRows } from './used-rows.ts';

/** What is known of prepared data before any row is read. */
export interface PreparedDescription extends Pick<
  DataPlan,
  'columns' | 'inputShape' | 'featureNames' | 'target'
> {
  /** Rows of the source, before some are dropped, where it is known. */
  readonly rows: number | undefined;
  /** The parts that will have rows. */
  readonly parts: readonly PartName[];
}

/**
 * What `prepareData` will give. For sources with a data card, and for those that compute, no data are read.
 * @throws ComponentProblem whose option is a path within the section `data`; DataError from the source
 */
export async function describePrepared(
  options: DataOptions,
  context: DataContext,
): Promise<PreparedDescription> {
  const { source, plan } = await open(options, context);
  const { rows } = await source.describe();
  const { columns, inputShape, featureNames, target, split } = plan;
  const used = rows === undefined || options.limit === null ? rows : Math.min(rows, options.limit);
  return { columns, inputShape, featureNames, target, parts: split.parts, rows: used };
}

/**
 * Loads and prepares the data of an experiment: source → limit → missing values → split → transforms fitted on the
 * training part → flat arrays, and findings about the quality.
 * @throws ComponentProblem as `describePrepared`; DataError naming file, row, column
 */
export async function prepareData(options: DataOptions, context: DataContext): Promise<PreparedData> {
  const { source, plan } = await open(options, context);
  const { all, used, limited, files } = await withinAsync('source', () =>
    loadUsedRows(source, plan, options, context),
  );
  const file = files[0]?.path ?? `source ${options.source.type}`;
  const kept = completeRows(used, plan, options.missing, { file, rows: limited });
  const droppedRows = used.rows - kept.length;
  const complete = droppedRows === 0 ? used : selectRows(used, kept);

  const rowsOf = await withinAsync('split', () =>
    Promise.resolve(plan.split.split(complete, context.stream.derive('split'))),
  );
  const usedRows = kept.map((row) => limited[row]!);
  const tables = mapParts((part): PartTables => ({
    features: selectRows(selectColumns(complete, plan.features), rowsOf[part]),
    targets: selectRows(selectColumns(complete, plan.targets), rowsOf[part]),
    sourceRows: rowsOf[part].map((row) => usedRows[row]!),
    source: { table: all, used: usedRows },
  }));
  const stream = context.stream.derive('transforms');
  const featurePlace = { section: 'transforms', file } as const;
  const targetPlace = { section: 'targetTransforms', file } as const;
  const features = fitChain(plan.transforms, tables.train, stream.derive('features'), featurePlace);
  const ready = mapParts((part) =>
    part === 'train' ? features.training : applyChain(features.fitted, tables[part], featurePlace),
  );
  // Rows may have become others on the way, so targets are transformed last.
  const targets = fitChain(
    plan.targetTransforms,
    targetsAlone(ready.train),
    stream.derive('targets'),
    targetPlace,
  );

  const { sampleWeights = null } = options;
  const order = plan.target.kind === 'numbers' ? plan.split.order?.(complete) : undefined;
  const lastOf = order && lastTargets(complete, plan.targets, order, usedRows);
  const parts = mapParts((part): PreparedPart => {
    const { sourceRows } = ready[part];
    const origin = { file, rows: sourceRows };
    const partTargets =
      part === 'train'
        ? targets.training
        : applyChain(targets.fitted, targetsAlone(ready[part]), targetPlace);
    return {
      name: part,
      rows: sourceRows.length,
      sourceRows,
      features: assembleNumbers(ready[part].features, origin),
      targets: assembleTargets(partTargets.features, plan.target, origin),
      ...(lastOf && { lastTargets: lastOf(sourceRows) }),
      ...(sampleWeights !== null && { weights: readSampleWeights(all, sampleWeights, origin) }),
    };
  });
  const quality = checkQuality({
    table: used,
    features: plan.features,
    targets: plan.targets,
    parts: mapParts((part) => rowsOf[part].map((row) => kept[row]!)),
    ready: { features: features.training.features, targets: targets.training.features },
  });
  return {
    parts,
    inputShape: plan.inputShape,
    featureNames: plan.featureNames,
    target: plan.target,
    invertTarget: inverseOf(targets.fitted, plan.target),
    droppedRows,
    quality,
    files,
    transformState: {
      inputs: plan.features,
      columns: plan.inputColumns,
      target: plan.target,
      features: chainState(options.transforms, features.fitted),
      targets: chainState(options.targetTransforms, targets.fitted),
    },
    ...trainingHooks(features.fitted),
  };
}

/** The targets of a part in the place of its features, as chains take them. */
function targetsAlone(part: PartTables): PartTables {
  return { ...part, features: part.targets, targets: noColumns(part.targets.rows) };
}

/** What the transforms do at training time only. */
function trainingHooks(fitted: readonly FittedTransform[]): Pick<PreparedData, 'augment' | 'sampler'> {
  const augmenting = fitted.filter((transform) => transform.augment !== undefined);
  const sampler = fitted.find((transform) => transform.sampler !== undefined)?.sampler;
  return {
    ...(augmenting.length > 0 && {
      augment(sample, stream) {
        augmenting.forEach((transform, index) => transform.augment?.(sample, stream.derive(index)));
      },
    }),
    ...(sampler && { sampler }),
  };
}

async function open(
  options: DataOptions,
  { registry, directory, stream }: DataContext,
): Promise<{ source: SourcePart; plan: DataPlan }> {
  return withinAsync('source', async () => {
    const source = registry.build('source', options.source, { directory, stream: stream.derive('source') });
    return { source, columns: (await source.describe()).columns };
  }).then(({ source, columns }) => ({ source, plan: planData(options, columns, registry) }));
}

/** Brings predictions back into the unit of the source by undoing target transforms. */
export function inverseOf(
  fitted: readonly FittedTransform[],
  target: TargetInfo,
): (values: Float32Array) => Float32Array {
  if (target.kind === 'classes' || fitted.length === 0) return (values) => values;
  const { names } = target;
  const invert = (values: Float32Array): Float32Array => {
    const rows = values.length / names.length;
    const columns = names.map((name, position) => ({
      name,
      kind: 'number' as const,
      values: Float64Array.from({ length: rows }, (_, row) => values[row * names.length + position]!),
    }));
    const table = invertChain(fitted, { rows, columns }, 'targetTransforms');
    const origin = { file: 'predictions', rows: Int32Array.from({ length: rows }, (_, row) => row) };
    return assembleNumbers(table, origin);
  };
  invert(new Float32Array(names.length)); // so that a transform that cannot be undone is found before training
  return invert;
}

function mapParts<Result>(make: (part: PartName) => Result): Record<PartName, Result> {
  const entries = PART_NAMES.map((part) => [part, make(part)] as const);
  return Object.fromEntries(entries) as Record<PartName, Result>;
}
