import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import type { Json } from '../component/json.ts';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';
import { within } from './data-options.ts';
import type { PartTables } from './part-tables.ts';
import type { Table } from './table.ts';
import type { FittedTransform, TransformPart } from './transform.ts';
import { located } from './value-problem.ts';

/** What a chain of transforms is applied in. */
export interface ChainPlace {
  /** The section of the experiment file, for problems of the transforms. */
  readonly section: 'transforms' | 'targetTransforms';
  /** The data file, for problems of values. */
  readonly file: string;
}

/**
 * Fits transforms one after the other, each on the training part as the ones before it left it.
 * @returns the fitted transforms and the training part after all of them
 */
export function fitChain(
  parts: readonly TransformPart[],
  training: PartTables,
  stream: Stream,
  place: ChainPlace,
): { readonly fitted: readonly FittedTransform[]; readonly training: PartTables } {
  let tables = training;
  const fitted = parts.map((part, index) => {
    const transform = step(index, tables, place, () => part.fit(tables.features, stream.derive(index)));
    tables = step(index, tables, place, () => apply(transform, tables));
    return transform;
  });
  return { fitted, training: tables };
}

/** Applies fitted transforms in order to the features of a part, and to its rows where they make new ones. */
export function applyChain(
  fitted: readonly FittedTransform[],
  part: PartTables,
  place: ChainPlace,
): PartTables {
  return fitted.reduce(
    (tables, transform, index) => step(index, tables, place, () => apply(transform, tables)),
    part,
  );
}

function apply(transform: FittedTransform, part: PartTables): PartTables {
  return transform.rearrange?.(part) ?? { ...part, features: transform.transform(part.features) };
}

function step<Result>(index: number, part: PartTables, place: ChainPlace, act: () => Result): Result {
  const origin = { file: place.file, rows: part.sourceRows };
  return within(`${place.section}.${index}`, () => located(origin, act));
}

/**
 * Undoes fitted transforms in reverse order.
 * @throws ComponentProblem when one of them cannot be undone
 */
export function invertChain(fitted: readonly FittedTransform[], table: Table, section: string): Table {
  return fitted.reduceRight((current, transform, index) => {
    if (transform.inverse) return transform.inverse(current);
    throw new ComponentProblem('this transform cannot be undone, so predictions would stay in its unit', {
      option: `${section}.${index}`,
      fix: 'Use standardize or minMax for targets.',
    });
  }, table);
}

/** What the run folder keeps of fitted transforms: their types and states, in order. */
export function chainState(specs: readonly ComponentSpec[], fitted: readonly FittedTransform[]): Json {
  return fitted.map(({ state }, index) => ({ type: specs[index]!.type, state }));
}

/**
 * The fitted transforms of an earlier run, for prediction.
 * @param state what `chainState` gave
 * @throws Error when the state belongs to other transforms
 */
export function restoreChain(
  specs: readonly ComponentSpec[],
  state: Json,
  registry: Registry,
): readonly FittedTransform[] {
  if (!Array.isArray(state) || state.length !== specs.length) {
    throw new Error(`the saved state is not one of ${specs.length} transforms`);
  }
  return (state as readonly { type: string; state: Json }[]).map((saved, index) => {
    const spec = specs[index]!;
    if (saved.type !== spec.type) {
      throw new Error(`the saved state is one of ${saved.type}, not of ${spec.type}`);
    }
    return registry.build('transform', spec, undefined).restore(saved.state);
  });
}
