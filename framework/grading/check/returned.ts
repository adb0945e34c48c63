import { describeValue, formatShape } from '../expect/describe-value.ts';
import { formatNumber, formatValue } from '../expect/format-value.ts';
import { StudentHandle } from '../submission/handle.ts';
import { TensorValue, type TensorType } from '../submission/codec/tensor-value.ts';

/** A value of the expected kind, or what came instead, in words that continue "mse returned …". */
export type Reading<Value> = { readonly value: Value } | { readonly wrong: string };

/**
 * What a function of the exercise is to return. A value from a student process may be anything; it is read by this
 * before a check sees it, so that checks work with typed values and a beginner's slip gets a sentence of its own.
 */
export interface Returned<Value> {
  /** In words: `a number`. */
  readonly words: string;
  /** Of several: `numbers`. By default made of {@link words}. */
  readonly plural?: string;
  read(value: unknown): Reading<Value>;
}

/** The kinds of value that checks ask for. */
export const returns = {
  /** A finite number. */
  number: numeric('number', Number.isFinite),
  /** Any number, NaN and Infinity included. */
  anyNumber: numeric('number', () => true),
  integer: numeric('whole number', Number.isSafeInteger),
  boolean: primitive<boolean>('true or false', 'boolean'),
  text: primitive<string>('a text', 'string'),
  /** A list of finite numbers; typed arrays count as lists. */
  get numbers() {
    return list(returns.number);
  },
  /** A tensor; by default of any shape. `null` in a shape stands for any length. */
  tensor,
  list,
  record,
  /** Nothing: the function is called for what it does. */
  nothing: {
    words: 'nothing',
    read: (value) => (value === undefined ? { value: undefined } : { wrong: formatValue(value) }),
  } satisfies Returned<undefined>,
  /** A value that the check reads itself. */
  anything: { words: 'a value', read: (value) => ({ value }) } satisfies Returned<unknown>,
  /** A model of TensorFlow.js, which stays in the student process. */
  model: handle('a model', 'model'),
  /** An object of a class, which stays in the student process. */
  object: handle('an object', 'object'),
  /** A function, which stays in the student process. */
  function: handle('a function', 'function'),
} as const;

function numeric(noun: string, isAllowed: (value: number) => boolean): Returned<number> {
  return {
    words: `a ${noun}`,
    plural: `${noun}s`,
    read(value) {
      if (typeof value !== 'number') return { wrong: describeValue(value) };
      if (isAllowed(value)) return { value };
      return { wrong: Number.isNaN(value) ? 'NaN, which is not a number' : formatNumber(value) };
    },
  };
}

function primitive<Value extends boolean | string>(
  words: string,
  type: 'boolean' | 'string',
): Returned<Value> {
  return {
    words,
    read: (value) => (typeof value === type ? { value: value as Value } : { wrong: describeValue(value) }),
  };
}

/** A list of values of one kind. */
function list<Value>(item: Returned<Value>): Returned<readonly Value[]> {
  return {
    words: `a list of ${pluralOf(item)}`,
    plural: `lists of ${pluralOf(item)}`,
    read(value) {
      if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return { wrong: describeValue(value) };
      const items = Array.from(value as ArrayLike<unknown>);
      const read: Value[] = [];
      for (const [index, raw] of items.entries()) {
        const reading = item.read(raw);
        if ('wrong' in reading) {
          return { wrong: `a list of ${items.length} whose item [${index}] is ${reading.wrong}` };
        }
        read.push(reading.value);
      }
      return { value: read };
    },
  };
}

/** An object with at least the given entries. */
function record<Entries extends Readonly<Record<string, Returned<unknown>>>>(
  entries: Entries,
): Returned<{ readonly [Key in keyof Entries]: ValueOf<Entries[Key]> }> {
  const names = Object.keys(entries);
  return {
    words: `an object { ${names.join(', ')} }`,
    plural: `objects { ${names.join(', ')} }`,
    read(value) {
      const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!isRecord || value instanceof TensorValue || value instanceof StudentHandle)
        return { wrong: describeValue(value) };
      const read: Record<string, unknown> = {};
      for (const name of names) {
        if (!Object.hasOwn(value, name)) return { wrong: `${formatValue(value)}, which has no "${name}"` };
        const reading = entries[name]!.read((value as Record<string, unknown>)[name]);
        if ('wrong' in reading) return { wrong: `an object whose "${name}" is ${reading.wrong}` };
        read[name] = reading.value;
      }
      return { value: read as { [Key in keyof Entries]: ValueOf<Entries[Key]> } };
    },
  };
}

function tensor(shape?: readonly (number | null)[], dtype?: TensorType): Returned<TensorValue> {
  const rest = [
    ...(dtype === undefined ? [] : [`of ${dtype}`]),
    ...(shape === undefined ? [] : [`of shape ${formatShape(shape)}`]),
  ];
  return {
    words: ['a tensor', ...rest].join(' '),
    plural: ['tensors', ...rest].join(' '),
    read(value) {
      if (!(value instanceof TensorValue)) return { wrong: describeValue(value) };
      const fits =
        shape === undefined ||
        (shape.length === value.shape.length &&
          shape.every((length, axis) => length === null || length === value.shape[axis]));
      if (!fits || (dtype !== undefined && dtype !== value.dtype)) return { wrong: describeValue(value) };
      return { value };
    },
  };
}

function handle(words: string, kind: StudentHandle['kind']): Returned<StudentHandle> {
  return {
    words,
    read: (value) =>
      value instanceof StudentHandle && value.kind === kind ? { value } : { wrong: describeValue(value) },
  };
}

function pluralOf({ words, plural }: Returned<unknown>): string {
  return plural ?? `which each item is ${words}`;
}

/** The type of what is read. */
export type ValueOf<Kind> = Kind extends Returned<infer Value> ? Value : never;
