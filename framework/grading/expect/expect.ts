import { ExpectationFailure } from './expectation-failure.ts';
import type { Beside, Differentiable } from './differentiable.ts';
import { toBeCloseToTensor } from './to-be-close-to-tensor.ts';
import { toBeDeterministic } from './to-be-deterministic.ts';
import { toDecrease } from './to-decrease.ts';
import { toHaveShape } from './to-have-shape.ts';
import { toMatchFiniteDifferences, type FiniteDifferenceOptions } from './to-match-finite-differences.ts';
import { toReach } from './to-reach.ts';
import * as values from './values.ts';
import type { Matcher, Verdict } from './verdict.ts';

/** Every matcher, by name. */
const MATCHERS = {
  ...values,
  toHaveShape,
  toBeCloseToTensor,
  toDecrease,
  toReach,
  toMatchFiniteDifferences,
  toBeDeterministic,
};

type Matchers = typeof MATCHERS;
/** Nothing, at once or promised. */
type Returned<Result> = Result extends Promise<unknown> ? Promise<void> : undefined;
/** A matcher without its first parameter; asynchronous ones bring a promise, which has to be awaited. */
type Bound<Function> = Function extends (received: never, ...parameters: infer Parameters) => infer Result
  ? (...parameters: Parameters) => Returned<Result>
  : never;

/** A matcher with a type parameter, which {@link Bound} would lose. */
interface GenericMatchers {
  /** See {@link toMatchFiniteDifferences}. */
  toMatchFiniteDifferences<const Point extends Differentiable>(
    f: (point: Beside<Point>) => unknown,
    at: Point,
    options?: FiniteDifferenceOptions,
  ): Promise<void>;
}

/** The matchers for one value. */
export type Expectation = GenericMatchers & {
  readonly [Name in Exclude<keyof Matchers, keyof GenericMatchers>]: Bound<Matchers[Name]>;
};

/**
 * Says what a check expects of a value. Unlike vitest's `expect`, on which it is modelled, it is safe with values
 * of hostile code (comparisons and messages are bounded), its messages are sentences for beginners, and it works
 * wherever checks run.
 * @param name how messages call the value, such as `mse at the origin`; by default `the value`
 * @example expect(await student.mse(0, 0, line), 'mse at the origin').toBeCloseTo(19.3533, 4);
 * `not` asks for the opposite of a value of the right kind: NaN is not "not close to 3", it fails.
 * @throws ExpectationFailure from the matcher
 */
export function expect(
  value: unknown,
  name = 'the value',
): Expectation & { /** The same with the opposite verdict. */ readonly not: Expectation } {
  const received = { value, name };
  const bind = (isNegated: boolean): Expectation => {
    const bound = Object.entries(MATCHERS).map(([matcherName, matcher]) => {
      const run = matcher as Matcher<readonly unknown[]>;
      const settle = (verdict: Verdict) => {
        throwUnless(verdict, { isNegated, name });
      };
      return [
        matcherName,
        (...parameters: readonly unknown[]) => {
          const verdict = run(received, ...parameters);
          if (verdict instanceof Promise) return verdict.then(settle);
          settle(verdict);
          return undefined;
        },
      ] as const;
    });
    return Object.fromEntries(bound) as unknown as Expectation;
  };
  return { ...bind(false), not: bind(true) };
}

function throwUnless(
  { pass, message, opposite, isOtherKind = false, details }: Verdict,
  context: { readonly isNegated: boolean; readonly name: string },
): void {
  if (!pass && (isOtherKind || !context.isNegated)) throw new ExpectationFailure(message, details);
  if (!pass || !context.isNegated) return;
  const { expected = 'this', received } = details ?? {};
  throw new ExpectationFailure(opposite ?? `${context.name} is ${expected}, which it should not be`, {
    expected: `not ${expected}`,
    ...(received === undefined ? {} : { received }),
  });
}
