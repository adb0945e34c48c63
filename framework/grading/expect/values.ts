import { formatNumber, formatValue } from './format-value.ts';
import { firstDifference } from './first-difference.ts';
import type { Received, Verdict } from './verdict.ts';

/** The same value: `Object.is`. */
export function toBe({ value, name }: Received, expected: unknown): Verdict {
  return compare(Object.is(value, expected), name, formatValue(expected), formatValue(value));
}

/** The same data: lists, objects and tensors with the same content. */
export function toEqual({ value, name }: Received, expected: unknown): Verdict {
  const difference = firstDifference(value, expected);
  const verdict = compare(difference === undefined, name, formatValue(expected), formatValue(value));
  if (difference === undefined || difference.path === '') return verdict;
  const { path, one, other } = difference;
  const fact = `first difference at ${path}: ${formatValue(one)}, where ${formatValue(other)} is expected`;
  return { ...verdict, details: { ...verdict.details, facts: [fact] } };
}

/**
 * A number next to another.
 * @param digits decimal places that agree, by default 4: the difference is at most half a unit of the last place
 */
export function toBeCloseTo({ value, name }: Received, expected: number, digits = 4): Verdict {
  const tolerance = 0.5 * 10 ** -digits;
  const difference = typeof value === 'number' ? Math.abs(value - expected) : NaN;
  const isSame = Object.is(value, expected);
  const verdict = compare(
    isSame || difference <= tolerance,
    name,
    `${formatNumber(expected)} within ${formatNumber(tolerance)}`,
    formatValue(value),
  );
  if (verdict.pass) return verdict;
  if (Number.isNaN(difference)) return { ...verdict, isOtherKind: true };
  if (!Number.isFinite(difference)) return verdict;
  return { ...verdict, details: { ...verdict.details, facts: [`difference ${formatNumber(difference)}`] } };
}

/** A number above another. */
export function toBeGreaterThan({ value, name }: Received, bound: number): Verdict {
  return compareOrder(value, name, 'more than', bound, (number) => number > bound);
}

/** A number not below another. */
export function toBeGreaterThanOrEqual({ value, name }: Received, bound: number): Verdict {
  return compareOrder(value, name, 'at least', bound, (number) => number >= bound);
}

/** A number below another. */
export function toBeLessThan({ value, name }: Received, bound: number): Verdict {
  return compareOrder(value, name, 'less than', bound, (number) => number < bound);
}

/** A number not above another. */
export function toBeLessThanOrEqual({ value, name }: Received, bound: number): Verdict {
  return compareOrder(value, name, 'at most', bound, (number) => number <= bound);
}

/** A list or text of that many items. */
export function toHaveLength({ value, name }: Received, length: number): Verdict {
  const isCounted = typeof value === 'string' || Array.isArray(value) || ArrayBuffer.isView(value);
  const actual = isCounted ? (value as ArrayLike<unknown>).length : undefined;
  const received = actual === undefined ? formatValue(value) : `of length ${actual}: ${formatValue(value)}`;
  return {
    ...compare(actual === length, name, `a length of ${length}`, received),
    opposite: `${name} is ${received}, which it should not be`,
    isOtherKind: actual === undefined,
  };
}

function compareOrder(
  value: unknown,
  name: string,
  words: string,
  bound: number,
  holds: (number: number) => boolean,
): Verdict {
  const pass = typeof value === 'number' && holds(value);
  return {
    ...compare(pass, name, `${words} ${formatNumber(bound)}`, formatValue(value)),
    isOtherKind: typeof value !== 'number' || Number.isNaN(value),
  };
}

function compare(pass: boolean, name: string, expected: string, received: string): Verdict {
  return {
    pass,
    message: `${name} is ${received}, where ${expected} is expected`,
    details: { expected, received },
  };
}
