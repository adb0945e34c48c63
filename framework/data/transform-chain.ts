import { ComponentProblem, type ComponentSpec } from '../component/component.ts';
import type { Json } from '../component/json.ts';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';
import { within } from './data-options.ts';
import type { Table } from './table.ts';
import type { FittedTransform, TransformPart } from './transform.ts';

/**
 * Fits transforms one after the other, each on the training part as the ones before it left it.
 * @returns the fitted transforms and the training part after all of them
 */
export function fitChain(
  parts: readonly TransformPart[],
  training: Table,
  stream: Stream,
  section: string,
): { readonly fitted: readonly FittedTransform[]; readonly training: Table } {
  let table = training;
  const fitted = parts.map((part, index) =>
    within(`${section}.${index}`, () => {
      const transform = part.fit(table, stream.derive(index));
      table = transform.transform(table);
      return transform;
    }),
  );
  return { fitted, training: table };
}

/** Applies fitted transforms in order. */
export function applyChain(fitted: readonly FittedTransform[], table: Table): Table {
  return fitted.reduce((current, transform) => transform.transform(current), table);
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
