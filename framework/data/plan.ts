import { ComponentProblem } from '../component/component.ts';
import type { Registry } from '../component/registry.ts';
import { didYouMean } from '../document/suggest.ts';
import { within, type DataOptions } from './data-options.ts';
import type { TargetInfo } from './prepared-data.ts';
import { checkWeightColumn } from './sample-weights.ts';
import type { SplitPart } from './split.ts';
import type { ColumnInfo } from './table.ts';
import { kindInWords } from './transforms/choose-columns.ts';
import type { Surroundings, TransformPart } from './transform.ts';

/** How a source's columns become features and targets: everything that is known before any row is read. */
export interface DataPlan {
  readonly features: readonly string[];
  readonly targets: readonly string[];
  readonly split: SplitPart;
  readonly transforms: readonly TransformPart[];
  readonly targetTransforms: readonly TransformPart[];
  /** The columns of the source that features are made of: what a new file must have for prediction. */
  readonly inputColumns: readonly ColumnInfo[];
  /** The feature columns after all transforms. */
  readonly columns: readonly ColumnInfo[];
  /** Without the batch axis. */
  readonly inputShape: readonly number[];
  /** Names of the last axis where features are columns of numbers; empty for arrays. */
  readonly featureNames: readonly string[];
  readonly target: TargetInfo;
}

/**
 * Plans the preparation from the columns of the source.
 * @throws ComponentProblem whose option is a path within the section `data`
 */
export function planData(options: DataOptions, source: readonly ColumnInfo[], registry: Registry): DataPlan {
  const targets = typeof options.target === 'string' ? [options.target] : options.target;
  targets.forEach((name, index) => {
    checkColumn(name, source, typeof options.target === 'string' ? 'target' : `target.${index}`);
  });
  const { sampleWeights = null } = options;
  if (sampleWeights !== null) {
    checkColumn(sampleWeights, source, 'sampleWeights');
    checkWeightColumn(
      source.find(({ name }) => name === sampleWeights)!,
      targets,
    );
  }
  const features =
    options.features.length > 0
      ? options.features
      : source.map(({ name }) => name).filter((name) => !targets.includes(name) && name !== sampleWeights);
  features.forEach((name, index) => {
    const option = options.features.length > 0 ? `features.${index}` : 'features';
    checkColumn(name, source, option);
    const problem = targets.includes(name)
      ? 'the target is among the features'
      : features.indexOf(name) < index
        ? 'a feature is named twice'
        : undefined;
    if (problem === undefined) return;
    throw new ComponentProblem(`${problem}: "${name}"`, { option, fix: 'Remove it from features.' });
  });
  if (features.length === 0) {
    throw new ComponentProblem('there is no column left besides the target', {
      option: 'features',
      fix: 'The model needs at least one feature.',
    });
  }

  const split = within('split', () => {
    const part = registry.build('split', options.split, undefined);
    part.check(source);
    return part;
  });
  const byName = (names: readonly string[]) =>
    names.map((name) => source.find((column) => column.name === name)!);
  const around = { source, targets: byName(targets) };
  const [transforms, columns] = buildChain(
    'transforms',
    options.transforms,
    byName(features),
    registry,
    around,
  );
  const target = targetInfo(around.targets);
  if (target.kind === 'classes' && options.targetTransforms.length > 0) {
    throw new ComponentProblem(`the target "${target.name}" is one of categories and is not transformed`, {
      option: 'targetTransforms.0',
      fix: 'Remove targetTransforms; the loss decides how classes are encoded.',
    });
  }
  const [targetTransforms, targetColumns] = buildChain(
    'targetTransforms',
    options.targetTransforms,
    byName(targets),
    registry,
    around,
  );
  if (target.kind === 'numbers' && targetColumns.map(({ name }) => name).join() !== target.names.join()) {
    throw new ComponentProblem('target transforms must keep the columns of the target', {
      option: 'targetTransforms',
      fix: 'Use transforms that can be undone, such as standardize.',
    });
  }
  return {
    features,
    targets,
    split,
    transforms,
    targetTransforms,
    inputColumns: source.filter(
      ({ name }) =>
        features.includes(name) ||
        transforms.some((transform) => transform.keys?.some((key) => key.name === name)),
    ),
    columns,
    ...inputOf(columns),
    target,
  };
}

function checkColumn(name: string, columns: readonly ColumnInfo[], option: string): void {
  if (columns.some((column) => column.name === name)) return;
  const names = columns.map((column) => column.name);
  throw new ComponentProblem(`unknown column "${name}"`, {
    option,
    fix: didYouMean(name, names) ?? `The columns are ${names.join(', ')}.`,
  });
}

function buildChain(
  section: 'transforms' | 'targetTransforms',
  specs: DataOptions['transforms'],
  columns: readonly ColumnInfo[],
  registry: Registry,
  around: Surroundings,
): [readonly TransformPart[], readonly ColumnInfo[]] {
  let current = columns;
  let trainingOnly: string | undefined;
  const parts = specs.map((spec, index) =>
    within(`${section}.${index}`, () => {
      const part = registry.build('transform', spec, undefined);
      const { scope = 'columns' } = part;
      if (section === 'targetTransforms' && scope !== 'columns') {
        throw new ComponentProblem(`${spec.type} changes rows, not the values of targets`, {
          option: 'type',
          fix: 'Put it into transforms: targets follow by themselves.',
        });
      }
      if (trainingOnly !== undefined && scope !== 'training') {
        throw new ComponentProblem(
          `${spec.type} stands after ${trainingOnly}, which acts on training batches`,
          {
            option: 'type',
            fix: `Put ${trainingOnly} last.`,
          },
        );
      }
      if (scope === 'training') trainingOnly = spec.type;
      for (const { option, name } of part.keys ?? []) checkColumn(name, around.source, option);
      current = part.describe(current, around);
      return part;
    }),
  );
  return [parts, current];
}

function targetInfo(columns: readonly ColumnInfo[]): TargetInfo {
  const [first] = columns;
  if (columns.length === 1 && first?.kind === 'category') {
    if (first.categories.length >= 2) {
      return { kind: 'classes', name: first.name, classes: first.categories };
    }
    throw new ComponentProblem(
      `the target "${first.name}" has only the category ${first.categories.join('')}`,
      {
        option: 'target',
        fix: 'Choose a target with at least two.',
      },
    );
  }
  const odd = columns.find(({ kind }) => kind !== 'number');
  if (odd) {
    throw new ComponentProblem(
      columns.length === 1
        ? `the target "${odd.name}" is a column of ${kindInWords(odd.kind)}`
        : `of several targets all must be numbers, but "${odd.name}" is a column of ${kindInWords(odd.kind)}`,
      { option: 'target', fix: 'Choose one column of categories, or columns of numbers.' },
    );
  }
  return { kind: 'numbers', names: columns.map(({ name }) => name) };
}

function inputOf(columns: readonly ColumnInfo[]): Pick<DataPlan, 'inputShape' | 'featureNames'> {
  const category = columns.find(({ kind }) => kind === 'category');
  if (category) {
    throw new ComponentProblem(
      `the feature "${category.name}" is a column of categories; models take numbers`,
      {
        option: 'transforms',
        fix: `Add the transform { type: oneHot, columns: [${category.name}] }, or leave it out of features.`,
      },
    );
  }
  const array = columns.find((column) => column.kind === 'tensor');
  if (!array) {
    return { inputShape: [columns.length], featureNames: columns.map(({ name }) => name) };
  }
  if (columns.length > 1) {
    throw new ComponentProblem(
      `the feature "${array.name}" is a column of arrays; a model takes it alone, not beside ${columns.length - 1} more`,
      { option: 'features', fix: `Write features: [${array.name}].` },
    );
  }
  return { inputShape: array.shape, featureNames: [] };
}
