import { formatValue } from '../expect/format-value.ts';
import { TensorValue } from '../submission/codec/tensor-value.ts';
import { StudentHandle } from '../submission/handle.ts';

/** An argument that a call has changed. */
export interface ChangedArgument {
  /** Its position, from 1. */
  readonly position: number;
  /** Bounded texts. */
  readonly before: string;
  readonly after: string;
}

/** The first argument that is not as it was. What has no value of its own (functions, handles, uploads) is not compared. */
export function changedArgument(
  sent: readonly unknown[],
  returned: readonly unknown[] | undefined,
): ChangedArgument | undefined {
  const index = sent.findIndex((before, position) => !isSame(before, returned?.[position]));
  if (index < 0) return undefined;
  return { position: index + 1, before: formatValue(sent[index]), after: formatValue(returned?.[index]) };
}

function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after) || typeof before === 'function') return true;
  if (typeof before !== 'object' || before === null) return false;
  if (before instanceof TensorValue) {
    return (
      after instanceof TensorValue && isSame(before.shape, after.shape) && isSame(before.data, after.data)
    );
  }
  if (isList(before)) {
    if (!isList(after) || before.length !== after.length) return false;
    for (let index = 0; index < before.length; index++) {
      if (!isSame(before[index], after[index])) return false;
    }
    return true;
  }
  if (!isPlain(before)) return true;
  if (typeof after !== 'object' || after === null || after instanceof StudentHandle) return false;
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every(
      (key) =>
        Object.hasOwn(after, key) &&
        isSame((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key]),
    )
  );
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
