import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { literals, type Schema } from './describe-schema.ts';
import type { Data, LoadedDocument } from './document.ts';
import { pathOf } from './path.ts';
import type { Problem } from './problem.ts';
import { describeError } from './schema-problem.ts';
import { componentKeyword, type ComponentKindsByPointer } from './short-form.ts';

/** A component in a valid document. */
export interface FoundComponent {
  readonly path: readonly string[];
  readonly kind: string;
}

export interface Validation {
  readonly problems: readonly Problem[];
  /** The document with every short form written out and every default filled in; complete only without problems. */
  readonly value: Data;
  /** Every component, outer ones before those in their slots. */
  readonly components: readonly FoundComponent[];
}

/**
 * Makes a validator of a JSON Schema (draft-07 with `discriminator`; `component` for short forms; `expects`
 * for what is expected in words). The document itself is not changed.
 */
export function createValidator(schema: Schema): (document: LoadedDocument) => Validation {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    discriminator: true,
    useDefaults: true,
    passContext: true,
    strictRequired: false,
    strictTypes: false,
    // Titles, reasons and examples are for readers.
    keywords: ['reason', 'expects', 'examples'],
    validateFormats: false,
    // The schemas are ours and tested; checking them against the meta-schema at every start takes its time.
    validateSchema: false,
  });
  ajv.addKeyword(componentKeyword);
  const validate = ajv.compile(schema);

  return (document) => {
    const value = structuredClone(document.value);
    const kinds: ComponentKindsByPointer = new Map();
    const isValid = validate.call(kinds, value);
    const errors = isValid ? [] : relevant(validate.errors ?? []);
    const context = { document, value, kinds, root: schema };
    return {
      value,
      components: [...kinds].map(([pointer, kind]) => ({ path: pathOf(pointer), kind })),
      problems: errors.map((error) => describeError(error, context)),
    };
  };
}

/** Leaves out what only repeats another error: of `if`, and of the branches of a choice. */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    const isInside = (other: ErrorObject) =>
      other.instancePath === error.instancePath || other.instancePath.startsWith(`${error.instancePath}/`);
    const branch = branchThatWasMeant(error);
    const inside =
      branch === undefined
        ? []
        : kept.filter(
            (other) => isInside(other) && other.schemaPath.startsWith(`${error.schemaPath}/${branch}/`),
          );
    kept = [...kept.filter((other) => !isInside(other)), ...(inside.length > 0 ? inside : [error])];
  }
  return kept;
}

/** The only branch of a choice whose type suits the value, or undefined. */
function branchThatWasMeant(error: ErrorObject): number | undefined {
  const branches = (error.parentSchema as Schema).anyOf ?? [];
  const fitting = branches.flatMap((branch, index) => (suits(branch, error.data) ? [index] : []));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function suits(schema: Schema, value: unknown): boolean {
  if (literals(schema)) return false;
  switch (schema.type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return typeof value === schema.type;
  }
}
