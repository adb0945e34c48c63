import { formatNumber } from './format-value.ts';

/** How two numbers are compared. */
export type IsClose = (received: number, expected: number) => boolean;

/**
 * What all differences have in common, as beginners' mistakes often change every number in the same way: the sign, a
 * factor such as the number of samples, a constant.
 * @param noun what one number is called: `element`, `component`
 * @returns words that follow a colon, or undefined when nothing simple fits
 */
export function explainDifference(
  received: ArrayLike<number>,
  expected: ArrayLike<number>,
  isClose: IsClose,
  noun: string,
): string | undefined {
  const size = received.length;
  const every = (holds: (one: number, other: number) => boolean): boolean => {
    for (let index = 0; index < size; index++) {
      if (!holds(received[index]!, expected[index]!)) return false;
    }
    return true;
  };
  let peak = 0;
  for (let index = 0; index < size; index++) {
    if (Math.abs(expected[index]!) > Math.abs(expected[peak]!)) peak = index;
  }
  const top = expected[peak];
  if (size === 0 || top === undefined || !Number.isFinite(top)) return undefined;
  const subject = size === 1 ? 'it' : `every ${noun}`;
  const factor = received[peak]! / top;
  if (top !== 0 && Number.isFinite(factor)) {
    if (every((one) => one === 0)) return size === 1 ? undefined : `${subject} is 0`;
    if (every((one, other) => isClose(one, -other))) return `${subject} has the opposite sign`;
    // Of a single number a factor may be chance.
    const words = size === 1 ? undefined : wordsFor(factor);
    if (words !== undefined && every((one, other) => isClose(one, factor * other))) {
      return `${subject} is ${words} what is expected`;
    }
  }
  const shift = received[peak]! - top;
  if (size > 1 && Number.isFinite(shift) && every((one, other) => isClose(one, other + shift))) {
    return `${subject} is ${formatNumber(Math.abs(shift))} too ${shift > 0 ? 'large' : 'small'}`;
  }
  return undefined;
}

const LARGEST_FACTOR = 1_000;

/** Of a whole factor, or one over a whole number. */
function wordsFor(factor: number): string | undefined {
  const sign = factor < 0 ? 'minus ' : '';
  const times = whole(Math.abs(factor));
  if (times !== undefined) return `${sign}${times} times`;
  const parts = whole(1 / Math.abs(factor));
  return parts === undefined ? undefined : `${sign}1/${parts} of`;
}

function whole(factor: number): number | undefined {
  const nearest = Math.round(factor);
  return nearest >= 2 && nearest <= LARGEST_FACTOR && Math.abs(factor - nearest) < 1e-3 * nearest
    ? nearest
    : undefined;
}
