import type { Schema } from './describe-schema.ts';

/**
 * The schema of what a user writes, from that of what a program gets: a key with a default may be left out, which
 * TypeBox requires because it is always there once the defaults are filled in. Looks into mappings and lists.
 */
export function asWritten(schema: Schema): Schema {
  const { items, properties } = schema;
  if (isSchema(items)) return { ...schema, items: asWritten(items) };
  if (!properties) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, asWritten(inner)])),
    required: (schema.required ?? []).filter((key) => !('default' in properties[key]!)),
  };
}

function isSchema(items: Schema['items']): items is Schema {
  return typeof items === 'object' && !Array.isArray(items);
}
