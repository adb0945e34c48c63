import type { TensorValue } from './tensor-value.ts';
import type { TypedArray } from './typed-arrays.ts';

/**
 * A value that crosses the pipe as data. References stand for what stays on its side: handles of the student
 * process, callbacks of the grader, uploaded data.
 */
export type Value<Reference = never> =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | TensorValue
  | TypedArray
  | Reference
  | readonly Value<Reference>[]
  | { readonly [key: string]: Value<Reference> };

/** Keys that a record must not have: each changes what JavaScript does with the record. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'then'];

/**
 * How values that JSON lacks are tagged in a head: a record whose key `$` names what it is. Every other key that
 * begins with `$` gets one more in front.
 */
export const TAG = '$';

/** A reference in a head: `$` is its kind, the other fields say which. */
export type ReferenceTag = Readonly<Record<string, string | number>> & { readonly $: string };
