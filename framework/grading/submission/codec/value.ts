/** Keys that a record must not have: each changes what JavaScript does with the record. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'then'];

/**
 * How values that JSON lacks are tagged in a head: a record whose key `$` names what it is. Every other key that
 * begins with `$` gets one more in front.
 */
export const TAG = '$';

/** A reference in a head: `$` is its kind, the other fields say which. */
export type ReferenceTag = Readonly<Record<string, string | number>> & { readonly $: string };
