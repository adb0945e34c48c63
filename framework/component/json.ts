/** A value that a JSON file can hold; saved states are of this type. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
