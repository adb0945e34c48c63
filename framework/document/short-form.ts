import type { FuncKeywordDefinition } from 'ajv';

/**
 * The value of the schema keyword `component`: how a component may be written shorter. `relu` always means
 * `{ type: relu }`.
 */
export interface ShortForm {
  readonly kind: string;
  /** A mapping without `type` is of this type. */
  readonly defaultType?: string;
}

/** What a validation found out: the kind of the component at each JSON pointer. */
export type ComponentKindsByPointer = Map<string, string>;

/** Writes out a short form; anything else stays as it is. */
export function expandShortForm(value: unknown, form: ShortForm): unknown {
  if (typeof value === 'string') return { type: value };
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isMapping && form.defaultType !== undefined && !Object.hasOwn(value, 'type')) {
    return { type: form.defaultType, ...value };
  }
  return value;
}

/**
 * The ajv keyword `component`. It writes out short forms before the other keywords look, and notes what kind
 * of component stands where in the map that validation passes as its `this`.
 */
export const componentKeyword: FuncKeywordDefinition = {
  keyword: 'component',
  before: 'not',
  modifying: true,
  errors: false,
  schemaType: 'object',
  validate(this: ComponentKindsByPointer, form: ShortForm, value, _schema, at) {
    if (!at) return true;
    if (this instanceof Map) this.set(at.instancePath, form.kind);
    const holder = at.parentData as Record<string | number, unknown>;
    holder[at.parentDataProperty] = expandShortForm(value, form);
    return true;
  },
};
