import { ExpectationFailure } from './expectation-failure.ts';
import * as values from './values.ts';
import type { Matcher, Verdict } from './verdict.ts';

/** Every matcher, by name. */
const MATCHERS = { ...values };

type Matchers = typeof MATCHERS;
/** A matcher without its first parameter; asynchronous ones bring a promise, which has to be awaited. */
type Bound<Function> = Function extends (received: never, ...parameters: infer Parameters) => infer Result
  ? (...parameters: Parameters) => Result extends Promise<unknown> ? Promise<void> : void
  : never;

/** The matchers for one value. */
export type Expectation = { readonly [Name in keyof Matchers]: Bound<Matchers[Name]> };

/**
 * Says what a check expects of a value. Unlike vitest's `expect`, on which it is modelled, it is safe with values
 * of hostile code (comparisons and messages are bounded), its messages are sentences for beginners, and it works
 * wherever checks run.
 * @param name how messages call the value, such as `mse at the origin`; by default `the value`
 * @example expect(await student.mse(0, 0, line), 'mse at the origin').toBeCloseTo(19.3533, 4);
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
        throwUnless(verdict, { isNegated, name, matcherName });
      };
      return [
        matcherName,
        (...parameters: readonly unknown[]) => {
          const verdict = run(received, ...parameters);
          return verdict instanceof Promise ? verdict.then(settle) : settle(verdict);
        },
      ] as const;
    });
    return Object.fromEntries(bound) as unknown as Expectation;
  };
  return { ...bind(false), not: bind(true) };
}

function throwUnless(
  { pass, message, details }: Verdict,
  context: { readonly isNegated: boolean; readonly name: string; readonly matcherName: string },
): void {
  if (!context.isNegated) {
    if (!pass) throw new ExpectationFailure(message, details);
    return;
  }
  if (!pass) return;
  const { expected = 'this', received } = details ?? {};
  throw new ExpectationFailure(`${context.name} is ${expected}, which it should not be`, {
    expected: `not ${expected}`,
    ...(received === undefined ? {} : { received }),
  });
}
