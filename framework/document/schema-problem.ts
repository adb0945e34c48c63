import type { ErrorObject } from 'ajv';
import { describeSchema, either, type Schema } from './describe-schema.ts';
import { describeValue } from './describe-value.ts';
import { locate, valueAt, type Data, type LoadedDocument } from './document.ts';
import { dotted, pathOf, pointerOf, type Path } from './path.ts';
import type { Problem } from './problem.ts';
import { wrongValue } from './wrong-value.ts';
import type { ComponentKindsByPointer } from './short-form.ts';
import { didYouMean } from './suggest.ts';

/** What an error is described against. */
export interface ErrorContext {
  readonly document: LoadedDocument;
  /** The data as validation left it, short forms written out. */
  readonly value: Data;
  readonly kinds: ComponentKindsByPointer;
  readonly root: Schema;
}

type Words = Omit<Problem, 'file' | 'place'>;

/** Puts an error of ajv into words for somebody who has never heard of JSON Schema. */
export function describeError(error: ErrorObject, context: ErrorContext): Problem {
  const path = pathOf(error.instancePath);
  const at = (where: Path, what: 'key' | 'value', words: Words): Problem => {
    const place = locate(context.document, where, what);
    return { file: place.file, place, ...words };
  };
  const schema = error.parentSchema as Schema;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return at([...path, key], 'key', unknownKey(key, path, schema, context));
    }
    case 'required': {
      const key = String(params.missingProperty);
      return at(path, 'key', missingKey(key, path, schema, context));
    }
    case 'discriminator':
      return at([...path, 'type'], 'value', unknownType(path, error.data, context));
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'type':
    case 'false schema':
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'minItems':
    case 'maxItems':
    case 'minLength':
    case 'pattern':
    case 'uniqueItems':
      return at(
        path,
        'value',
        context.kinds.has(error.instancePath)
          ? notAComponent(error, path, context)
          : wrongValue(error, subject(path, context)),
      );
    default:
      return at(path, 'value', {
        message: `${subject(path, context)} ${error.message ?? 'is not valid'}`,
        received: describeValue(error.data),
      });
  }
}

/** How a message calls a value: `units of layer dense`, or by its path: `training.batchSize`. */
export function subject(path: Path, context: Pick<ErrorContext, 'kinds' | 'value'>): string {
  for (let length = path.length - 1; length > 0; length--) {
    const component = componentName(path.slice(0, length), context);
    if (component !== undefined) return `${dotted(path.slice(length))} of ${component}`;
  }
  return dotted(path);
}

/** `layer dense`, where a component of a named type stands at the path. */
function componentName(
  path: Path,
  { kinds, value }: Pick<ErrorContext, 'kinds' | 'value'>,
): string | undefined {
  const kind = kinds.get(pointerOf(path));
  const type = valueAt(value, [...path, 'type']);
  return kind !== undefined && typeof type === 'string' ? `${kind} ${type}` : undefined;
}

function unknownKey(key: string, path: Path, schema: Schema, context: ErrorContext): Words {
  const known = Object.keys(schema.properties ?? {}).filter((name) => name !== 'type');
  const component = componentName(path, context);
  const where = component !== undefined ? ` for ${component}` : path.length > 0 ? ` in ${dotted(path)}` : '';
  const home = Object.entries(context.root.properties ?? {}).find(
    ([section, { properties }]) => section !== path[0] && properties && Object.hasOwn(properties, key),
  );
  const fix =
    didYouMean(key, known) ?? (component === undefined && home ? `Move it into "${home[0]}".` : undefined);
  return {
    message: `unknown ${component === undefined ? 'key' : 'option'} "${key}"${where}`,
    ...(fix !== undefined ? { fix } : {}),
    ...(fix?.endsWith('?') ? {} : { expected: known.length > 0 ? either(known) : 'no options' }),
  };
}

function missingKey(key: string, path: Path, schema: Schema, context: ErrorContext): Words {
  const component = componentName(path, context);
  const kind = context.kinds.get(pointerOf(path));
  const description = schema.properties?.[key];
  const owner = component ?? (path.length > 0 ? dotted(path) : 'the file');
  return {
    message: `${kind !== undefined && component === undefined ? `the ${kind}` : owner} needs ${component === undefined ? 'the key' : 'the option'} "${key}"`,
    ...(description ? { expected: `${key}: ${describeSchema(description)}` } : {}),
    ...(description?.description !== undefined ? { fix: `Add it. ${description.description}` } : {}),
  };
}

/** The types that components of a kind may have. */
function typesOf(kind: string, root: Schema): string[] {
  const branches = root.$defs?.[kind]?.then?.oneOf ?? [];
  return branches.map((branch) => branch.$ref?.slice(`#/$defs/${kind}.`.length) ?? '');
}

function unknownType(path: Path, data: unknown, context: ErrorContext): Words {
  const kind = context.kinds.get(pointerOf(path)) ?? 'type';
  const types = typesOf(kind, context.root);
  const type = (data as { type?: unknown }).type;
  if (typeof type !== 'string') {
    return {
      message: `type of ${dotted(path)} has the wrong type`,
      expected: either(types),
      received: describeValue(type),
    };
  }
  const fix = didYouMean(type, types);
  return {
    message: `unknown ${kind} "${type}"`,
    ...(fix !== undefined ? { fix } : { expected: either(types) }),
  };
}

/** A value that is neither the name of a component nor a mapping with its type. */
function notAComponent(error: ErrorObject, path: Path, context: ErrorContext): Words {
  const name = subject(path, context);
  const kind = context.kinds.get(error.instancePath) ?? '';
  const types = either(typesOf(kind, context.root));
  const isMapping = typeof error.data === 'object' && error.data !== null && !Array.isArray(error.data);
  return isMapping
    ? { message: `${name} does not say its type`, expected: `type: ${types}` }
    : {
        message: `${name} is not ${describeSchema({ $ref: kind })}`,
        expected: types,
        received: describeValue(error.data),
      };
}
