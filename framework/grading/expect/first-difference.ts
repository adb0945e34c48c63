import { TensorValue } from '../submission/codec/tensor-value.ts';
import { formatKey } from './format-value.ts';
import { formatIndex } from './dense-numbers.ts';

const DEEPEST = 32;

/** Where two values differ, and what stands there. */
export interface Difference {
  /** As it would be written behind the name of the value: `[3]`, `.weights[0, 2]`; empty for the values themselves. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/**
 * The first place where two values are not the same data: numbers as `Object.is` sees them, so that NaN equals NaN and 0
 * differs from -0; lists and typed arrays item by item; objects by their own entries; tensors by dtype, shape and elements.
 * @param isLeftOut parts of the first value that need no counterpart, such as functions
 */
export function firstDifference(
  one: unknown,
  other: unknown,
  isLeftOut: (part: unknown) => boolean = () => false,
): Difference | undefined {
  const compare = (one: unknown, other: unknown, path: string, depth: number): Difference | undefined => {
    if (Object.is(one, other) || isLeftOut(one)) return undefined;
    const here = { path, one, other };
    if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return here;
    if (depth > DEEPEST) return here;
    if (one instanceof TensorValue || other instanceof TensorValue) {
      if (!(one instanceof TensorValue && other instanceof TensorValue)) return here;
      if (one.dtype !== other.dtype || one.shape.join() !== other.shape.join()) return here;
      const index = one.data.findIndex((element, index) => !Object.is(element, other.data[index]));
      if (index < 0) return undefined;
      return {
        path: path + formatIndex(index, one.shape),
        one: one.data[index],
        other: other.data[index],
      };
    }
    if (isList(one) || isList(other)) {
      if (!(isList(one) && isList(other)) || one.length !== other.length) return here;
      for (let index = 0; index < one.length; index++) {
        const found = compare(one[index], other[index], `${path}[${index}]`, depth + 1);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length || !keys.every((key) => Object.hasOwn(other, key))) {
      return here;
    }
    for (const key of keys) {
      const [its, others] = [one, other].map((record) => (record as Record<string, unknown>)[key]);
      const found = compare(its, others, `${path}.${formatKey(key)}`, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return compare(one, other, '', 0);
}

function isList(value: object): value is ArrayLike<unknown> & object {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
