import { describeValue } from './describe-value.ts';
import { toTensorValue } from './to-tensor-value.ts';

/** Numbers with a shape: what tensors, typed arrays and nested lists have in common. A single number has the shape []. */
export interface DenseNumbers {
  readonly shape: readonly number[];
  /** In row-major order. */
  readonly data: ArrayLike<number>;
}

/** The shape of a value, or what stands in the way, in words that continue "the value is …". */
export type ShapeReading = { readonly shape: readonly number[] } | { readonly wrong: string };

/** The shape of a tensor, or of a list whose rows are all of one length; a single number has the shape []. */
export function readShape(value: unknown): ShapeReading {
  const tensor = toTensorValue(value);
  if (tensor !== undefined) return { shape: tensor.shape };
  if (typeof value === 'number') return { shape: [] };
  if (!isList(value)) return { wrong: describeValue(value) };
  const shape: number[] = [];
  for (let part: unknown = value; isList(part); part = part[0]) shape.push(part.length);
  const ragged = findRagged(value, shape, []);
  return ragged === undefined ? { shape } : { wrong: ragged };
}

/** The numbers of a tensor, a nested list, a typed array or a single number; `wrong` as in {@link ShapeReading}. */
export function readDense(value: unknown): DenseNumbers | { readonly wrong: string } {
  const reading = readShape(value);
  if ('wrong' in reading) return reading;
  const { shape } = reading;
  const tensor = toTensorValue(value);
  if (tensor !== undefined) return { shape, data: tensor.data };
  const data = new Float64Array(shape.reduce((size, length) => size * length, 1));
  let next = 0;
  const fill = (part: unknown): unknown => {
    if (typeof part === 'number') data[next++] = part;
    else if (!isList(part)) return part;
    else {
      for (const item of Array.from(part)) {
        const stranger = fill(item);
        if (stranger !== NONE) return stranger;
      }
    }
    return NONE;
  };
  const stranger = fill(value);
  if (stranger === NONE) return { shape, data };
  return { wrong: `a list whose element ${formatIndex(next, shape)} is ${describeValue(stranger)}` };
}

/** Where an element stands, by its position in row-major order: `[0, 3]`; empty for a single number. */
export function formatIndex(position: number, shape: readonly number[]): string {
  if (shape.length === 0) return '';
  const index: number[] = [];
  let rest = position;
  for (const length of shape.toReversed()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return `[${index.join(', ')}]`;
}

/** No stranger among the numbers; `undefined` may be one. */
const NONE = Symbol('none');

function findRagged(
  part: ArrayLike<unknown>,
  shape: readonly number[],
  path: readonly number[],
): string | undefined {
  const axis = path.length + 1;
  const placeOf = (index: number) => `[${[...path, index].join(', ')}]`;
  if (axis === shape.length && !Array.isArray(part)) return undefined;
  for (let index = 0; index < part.length; index++) {
    const item = part[index];
    if (!isList(item)) {
      if (axis === shape.length) continue;
      return `a list whose item ${placeOf(index)} is ${describeValue(item)}, where the others are lists`;
    }
    if (axis === shape.length)
      return `a list whose item ${placeOf(index)} is a list, where the others are none`;
    if (item.length !== shape[axis]) {
      return `a list whose rows differ in length: ${shape[axis]!} and, at ${placeOf(index)}, ${item.length}`;
    }
    const ragged = findRagged(item, shape, [...path, index]);
    if (ragged !== undefined) return ragged;
  }
  return undefined;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
