import type { ShortForm } from './short-form.ts';

/** A JSON Schema as far as messages and documentation look into it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** Why the default is what it is. */
  readonly reason?: string;
  /** What is expected, in words, where the schema's own words would not help. */
  readonly expects?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  /** Of every entry, or of each in turn. */
  readonly items?: Schema | readonly Schema[] | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** How a component may be written shorter. */
  readonly component?: ShortForm;
  readonly $defs?: Readonly<Record<string, Schema>> | undefined;
}

/** What a schema allows, in words: `a whole number of at least 1`, `drop, error or keep`, `a layer`. */
export function describeSchema(schema: Schema): string {
  if (schema.expects !== undefined) return schema.expects;
  if (schema.$ref !== undefined) return describeReference(schema.$ref);
  const choices = literals(schema);
  if (choices)
    return either(choices.map((choice) => (typeof choice === 'string' ? choice : JSON.stringify(choice))));
  if (schema.anyOf) return either([...new Set(schema.anyOf.map(describeSchema))]);
  switch (schema.type) {
    case 'integer':
      return `a whole number${describeBounds(schema)}`;
    case 'number':
      return `a number${describeBounds(schema)}`;
    case 'string':
      if ((schema.minLength ?? 0) > 1) return `text of at least ${schema.minLength!} characters`;
      return schema.minLength ? 'text, not empty' : 'text';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `a list${describeEntries(schema)}`;
    case 'object': {
      const keys = Object.keys(schema.properties ?? {});
      return keys.length === 0 ? 'a mapping, "key: value"' : `a mapping with the keys ${keys.join(', ')}`;
    }
    default:
      return 'any value';
  }
}

/** The values of an enumeration, written as `enum` or as a choice of constants; undefined for other schemas. */
export function literals(schema: Schema): readonly unknown[] | undefined {
  if (schema.enum) return schema.enum;
  if ('const' in schema) return [schema.const];
  const each = schema.anyOf?.map((choice) => ('const' in choice ? [choice.const] : undefined));
  return each?.every((choice) => choice !== undefined) ? each.flat() : undefined;
}

/** The kind of component that a schema holds: `layer` for `#/$defs/layer` and `#/$defs/layerOrNone`. */
export function kindOfReference(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1).replace(/OrNone$/, '');
}

function describeEntries({ items, minItems = 0, maxItems }: Schema): string {
  const number = minItems === maxItems ? `${minItems}` : minItems > 0 ? `at least ${minItems}` : undefined;
  const count = number === undefined ? '' : ` of ${number} ${minItems === 1 ? 'entry' : 'entries'}`;
  const entry = Array.isArray(items) ? (items as readonly Schema[])[0] : items;
  return typeof entry === 'object' ? `${count}, each ${describeSchema(entry as Schema)}` : count;
}

function describeReference(reference: string): string {
  const kind = kindOfReference(reference);
  const withArticle = `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
  return reference.endsWith('OrNone') ? `${withArticle} or null` : withArticle;
}

function describeBounds(schema: Schema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const isSafeLimit = maximum === Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && maximum !== undefined && !isSafeLimit) return ` from ${minimum} to ${maximum}`;
  const low =
    minimum !== undefined
      ? `at least ${minimum}`
      : exclusiveMinimum !== undefined
        ? `greater than ${exclusiveMinimum}`
        : undefined;
  const high =
    maximum !== undefined
      ? isSafeLimit
        ? 'less than 2^53'
        : `at most ${maximum}`
      : exclusiveMaximum !== undefined
        ? `less than ${exclusiveMaximum}`
        : undefined;
  const bounds = [low, high].filter((bound) => bound !== undefined).join(' and ');
  if (bounds === '') return '';
  return bounds.startsWith('at') ? ` of ${bounds}` : ` ${bounds}`;
}

/** `a, b or c` */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
