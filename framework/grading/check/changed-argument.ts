import { firstDifference } from '../expect/first-difference.ts';
import { formatValue } from '../expect/format-value.ts';
import { TensorValue } from '../submission/codec/tensor-value.ts';

/** An argument that a call has changed. */
export interface ChangedArgument {
  /** Its position, from 1. */
  readonly position: number;
  /** Where in it, as it would be written behind its name: `[3]`, `.xs[0]`; empty where all of it is another. */
  readonly path: string;
  /** What stands there. Bounded texts. */
  readonly before: string;
  readonly after: string;
}

/** The first argument that is not as it was. What has no value of its own (functions, handles, uploads) is not compared. */
export function changedArgument(
  sent: readonly unknown[],
  returned: readonly unknown[] | undefined,
): ChangedArgument | undefined {
  for (const [index, before] of sent.entries()) {
    const difference = firstDifference(before, returned?.[index], hasNoValue);
    if (difference === undefined) continue;
    const { path, one, other } = difference;
    return { position: index + 1, path, before: formatValue(one), after: formatValue(other) };
  }
  return undefined;
}

function hasNoValue(part: unknown): boolean {
  if (typeof part === 'function') return true;
  if (typeof part !== 'object' || part === null) return false;
  return !(Array.isArray(part) || ArrayBuffer.isView(part) || part instanceof TensorValue || isPlain(part));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
