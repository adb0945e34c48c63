import { Ajv } from 'ajv';
import type { Schema } from './describe-schema.ts';
import { valueAt, type Data, type LoadedDocument } from './document.ts';
import { otherVersion } from './format-version.ts';
import { pathOf, pointerOf, type Path } from './path.ts';
import type { Problem } from './problem.ts';
import { relevantErrors } from './relevant-errors.ts';
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
  /** Whether there is a value at a path and nothing is wrong with it nor inside it, so that its part of `value` is complete. */
  isSound(path: Path): boolean;
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
    // For readers.
    keywords: ['reason', 'expects'],
    validateFormats: false,
    // The schemas are ours and tested; checking them against the meta-schema at every start takes its time.
    validateSchema: false,
    // A validator checks a file or two: compiling it takes longer than running it, and half as long like this.
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addKeyword(componentKeyword);
  const validate = ajv.compile(schema);

  return (document) => {
    const value = structuredClone(document.value);
    const kinds: ComponentKindsByPointer = new Map();
    const isValid = validate.call(kinds, value);
    const errors = isValid ? [] : relevantErrors(validate.errors ?? []);
    const ofOtherVersion = otherVersion(document, schema.properties?.schema?.const);
    const context = { document, value, kinds, root: schema };
    return {
      value,
      components: [...kinds].map(([pointer, kind]) => ({ path: pathOf(pointer), kind })),
      problems:
        ofOtherVersion === undefined
          ? errors.map((error) => describeError(error, context))
          : [ofOtherVersion],
      isSound(path) {
        const pointer = pointerOf(path);
        if (valueAt(value, path) === undefined) return false;
        return !errors.some(({ instancePath }) => `${instancePath}/`.startsWith(`${pointer}/`));
      },
    };
  };
}
