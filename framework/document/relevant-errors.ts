import type { ErrorObject } from 'ajv';
import { literals, type Schema } from './describe-schema.ts';
import { suggest } from './suggest.ts';

/** Leaves out of ajv's errors what only repeats or follows from another one. */
export function relevantErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return withoutMistyped(withoutBranches(errors.filter(({ keyword }) => keyword !== 'if')));
}

/** Of a choice that failed, the errors of the branch that was meant, or else the choice itself. */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    const isInside = ({ instancePath }: ErrorObject) =>
      instancePath === error.instancePath || instancePath.startsWith(`${error.instancePath}/`);
    const branch = branchThatWasMeant(error);
    const ofBranch = (other: ErrorObject) =>
      isInside(other) && other.schemaPath.startsWith(`${error.schemaPath}/${branch}/`);
    const inside = branch === undefined ? [] : kept.filter(ofBranch);
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

/** A key is not missing where it is there with a typo: the unknown key is the one to mend. */
function withoutMistyped(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter((error) => {
    if (error.keyword !== 'required') return true;
    const missing = (error.params as { missingProperty: string }).missingProperty;
    return !errors.some((other) => {
      if (other.keyword !== 'additionalProperties' || other.instancePath !== error.instancePath) return false;
      const written = (other.params as { additionalProperty: string }).additionalProperty;
      const known = Object.keys((other.parentSchema as Schema).properties ?? {});
      return suggest(written, known) === missing;
    });
  });
}
