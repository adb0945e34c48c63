import { sizeOf, TensorValue } from '../submission/codec/tensor-value.ts';
import { formatNumber, formatValue } from './format-value.ts';

/**
 * A value in words, its kind first: for messages about a value of the wrong kind. `nothing (undefined)`, `the list [1, 2]`,
 * `a tensor of float32 of shape [2, 3] with 6 elements`. As bounded as {@link formatValue}.
 */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing (undefined)';
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : `the number ${formatNumber(value)}`;
  if (typeof value === 'string') return `the text ${formatValue(value)}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `the list ${formatValue(value)}`;
  if (value instanceof TensorValue) {
    const size = sizeOf(value.shape);
    return `a tensor of ${value.dtype} of shape ${formatShape(value.shape)} with ${count(size, 'element')}`;
  }
  return formatValue(value);
}

/** A shape as it is written: `[2, 3]`; `any` where a length does not matter. */
export function formatShape(shape: readonly (number | null)[]): string {
  return `[${shape.map((length) => length ?? 'any').join(', ')}]`;
}

/** So many of something: `1 item`, `3 items`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
