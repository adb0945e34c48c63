import { formatShape } from './describe-value.ts';
import { readShape } from './dense-numbers.ts';
import type { Received, Verdict } from './verdict.ts';

/**
 * A tensor, or a nested list whose rows are all of one length, of that shape.
 * @param shape `[2, 3]`; `null` stands for any length, `[]` for a single number
 */
export function toHaveShape({ value, name }: Received, shape: readonly (number | null)[]): Verdict {
  const wanted = formatShape(shape);
  const reading = readShape(value);
  if ('wrong' in reading) {
    return {
      pass: false,
      isOtherKind: true,
      message: `${name} is ${reading.wrong}, where a tensor or nested list of shape ${wanted} is expected`,
      details: { expected: `shape ${wanted}`, received: reading.wrong },
    };
  }
  return compareShapes(name, reading.shape, shape);
}

/** Compares two shapes, and says what is likely to have happened. */
export function compareShapes(
  name: string,
  received: readonly number[],
  expected: readonly (number | null)[],
): Verdict {
  const [its, wanted] = [formatShape(received), formatShape(expected)];
  const advice = explain(received, expected);
  return {
    pass:
      received.length === expected.length &&
      expected.every((length, axis) => length === null || length === received[axis]),
    message: `${name} has the shape ${its}, where ${wanted} is expected${advice}`,
    opposite: `${name} has the shape ${its}, which it should not have`,
    details: { expected: `shape ${wanted}`, received: `shape ${its}` },
  };
}

function explain(received: readonly number[], expected: readonly (number | null)[]): string {
  const difference = received.length - expected.length;
  if (difference !== 0) {
    const [one, other] = [received, expected].map((shape) => shape.filter((length) => length !== 1).join());
    if (one !== other) return '';
    const axes = Math.abs(difference) === 1 ? 'an axis' : 'axes';
    return difference > 0 ? `: ${axes} of length 1 too many` : `: ${axes} of length 1 missing`;
  }
  const isSwapped = received.length === 2 && received[0] === expected[1] && received[1] === expected[0];
  return isSwapped ? ': are rows and columns swapped?' : '';
}
