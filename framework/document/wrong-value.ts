import type { ErrorObject } from 'ajv';
import { describeSchema, literals, type Schema } from './describe-schema.ts';
import { describeValue } from './describe-value.ts';
import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

/**
 * What is wrong with a value of the wrong type, size or form.
 * @param name how the message calls it: `units of layer dense`
 */
export function wrongValue(error: ErrorObject, name: string): Omit<Problem, 'file' | 'place'> {
  const schema = error.parentSchema as Schema;
  const received = describeValue(error.data);
  const expected = describeSchema(schema);
  const choices = (literals(schema) ?? []).filter((choice) => typeof choice === 'string');
  const suggestion = typeof error.data === 'string' ? didYouMean(error.data, choices) : undefined;
  const fix = suggestion ?? fixFor(error.data, schema);
  return {
    message:
      typeof error.data === 'string' && choices.length > 0
        ? `unknown value "${error.data}" for ${name}`
        : `${name} ${complaint(error, schema)}`,
    expected,
    ...(error.data === null ? {} : { received }),
    ...(fix !== undefined ? { fix } : {}),
  };
}

function complaint(error: ErrorObject, schema: Schema): string {
  if (error.data === null) return 'has no value';
  switch (error.keyword) {
    case 'type':
    case 'anyOf':
      if (typeof error.data !== 'number' || !/number|integer/.test(schema.type ?? ''))
        return 'has the wrong type';
      return Number.isFinite(error.data) ? 'is not a whole number' : 'is not a finite number';
    case 'minimum':
    case 'exclusiveMinimum':
      return 'is too small';
    case 'maximum':
    case 'exclusiveMaximum':
      return 'is too large';
    case 'minItems':
    case 'minLength':
      return (error.data as string | unknown[]).length === 0
        ? 'is empty'
        : typeof error.data === 'string'
          ? 'is too short'
          : 'has too few entries';
    case 'maxItems':
      return 'has too many entries';
    case 'pattern':
      return 'has the wrong form';
    case 'uniqueItems':
      return 'names something twice';
    default:
      return 'is not what is expected';
  }
}

/** The slips that YAML invites. */
function fixFor(value: unknown, schema: Schema): string | undefined {
  if (schema.type === 'array' && !Array.isArray(value) && value !== null) {
    return `Put it in brackets: [${typeof value === 'string' ? value : '…'}].`;
  }
  if (schema.type === 'object' && Array.isArray(value)) return 'Remove the "-" before the keys.';
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  if (schema.type === 'string' && schema.pattern === undefined && isBare)
    return `Put it in quotes: "${value}".`;
  if (typeof value !== 'string') return undefined;
  const isNumeric = schema.type === 'number' || schema.type === 'integer';
  if (isNumeric && /^-?\d+,\d+$/.test(value)) return `Write a point: ${value.replace(',', '.')}.`;
  if (isNumeric && value.trim() !== '' && Number.isFinite(Number(value)))
    return `Remove the quotes: ${value}.`;
  if (schema.type === 'boolean' && /^(yes|no|on|off)$/i.test(value)) {
    return `Write ${/^(yes|on)$/i.test(value) ? 'true' : 'false'}.`;
  }
  return undefined;
}
