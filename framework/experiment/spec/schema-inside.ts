import type { Schema } from '../../document/describe-schema.ts';
import type { Data } from '../../document/document.ts';

/**
 * The schema of what a mapping or list holds under a key, references followed; undefined where the schema does
 * not know the key. A component's schema is chosen by the `type` in the value.
 */
export function schemaInside(
  schema: Schema | undefined,
  key: string,
  value: Data,
  root: Schema,
): Schema | undefined {
  if (!schema) return undefined;
  const component = schema.component ? componentOf(schema, value, root) : schema;
  const properties = component?.properties;
  const inside =
    properties && Object.hasOwn(properties, key)
      ? properties[key]
      : Array.isArray(value)
        ? entryOf(component?.items)
        : undefined;
  return inside && follow(inside, root);
}

/** The schema that a reference names, with the default that stands beside the reference. */
export function follow(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice('#/$defs/'.length);
  const named = root.$defs?.[name];
  if (!named) return schema;
  // `regularizerOrNone` is null or else a regularizer.
  const target = named.else?.$ref !== undefined ? follow(named.else, root) : named;
  const isEmptySlot = schema.default === null || schema.default === undefined;
  return { ...target, ...(isEmptySlot ? {} : { default: schema.default }) };
}

function componentOf(schema: Schema, value: Data, root: Schema): Schema | undefined {
  const type = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.type : undefined;
  const kind = schema.component!.kind;
  return typeof type === 'string' ? root.$defs?.[`${kind}.${type}`] : undefined;
}

function entryOf(items: Schema['items']): Schema | undefined {
  return typeof items === 'object' && !Array.isArray(items) ? (items as Schema) : undefined;
}
