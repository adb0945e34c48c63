import { formatNumber, formatValue } from './format-value.ts';
import { describeValue } from './describe-value.ts';
import type { Received, Verdict } from './verdict.ts';

/** What a measure has to reach, and beside what it is seen. */
export interface ReachOptions {
  /** What is measured: `test accuracy`. By default the name given to `expect`. */
  readonly what?: string;
  /** Whether the target is a lower bound (accuracy) or an upper bound (error). */
  readonly better: 'higher' | 'lower';
  /** What can be reached without learning: the majority class, the mean, the last value. */
  readonly baseline?: number;
}

/**
 * A measure that reaches its target. The message says by how much it falls short, and how it compares with the baseline.
 * @example expect(accuracy).toReach(0.9, { what: 'test accuracy', better: 'higher', baseline: 0.44 });
 */
export function toReach(
  { value, name }: Received,
  target: number,
  { what = name, better, baseline }: ReachOptions,
): Verdict {
  const bound = `${better === 'higher' ? 'at least' : 'at most'} ${formatNumber(target)}`;
  if (typeof value !== 'number' || Number.isNaN(value)) {
    return {
      pass: false,
      isOtherKind: true,
      message: `${what} is ${describeValue(value)}, where ${bound} is expected`,
      details: { expected: bound, received: formatValue(value) },
    };
  }
  const isBetter = (one: number, other: number) => (better === 'higher' ? one >= other : one <= other);
  const its = formatNumber(value);
  const isNoBetter = baseline !== undefined && isBetter(baseline, value);
  const comparison =
    baseline === undefined
      ? ''
      : isNoBetter
        ? `, no better than the ${formatNumber(baseline)} of a guess that learns nothing`
        : `; a guess that learns nothing has ${formatNumber(baseline)}`;
  const gap = Math.abs(target - value);
  return {
    pass: isBetter(value, target),
    message: `${what} is ${its}, where ${bound} is expected${comparison}`,
    opposite: `${what} is ${its}, which is ${bound}, and should not be`,
    details: {
      expected: bound,
      received: its,
      ...(Number.isFinite(gap)
        ? { facts: [`${formatNumber(gap)} ${better === 'higher' ? 'too low' : 'too high'}`] }
        : {}),
    },
  };
}
