import { expect } from './expect.ts';
import { ExpectationFailure, type ExpectationDetails } from './expectation-failure.ts';

/** The call of a matcher: its name, behind `not.` for the opposite, and its parameters. */
export type Asked = readonly [matcher: string, ...parameters: readonly unknown[]];

/** What an expectation came to: `ok`, or the message with its details. */
export type Said = 'ok' | ({ readonly message: string } & ExpectationDetails);

/**
 * What a matcher says of a value that is called `f`. For the tests of this folder.
 * @throws whatever is no failed expectation
 */
export async function said(value: unknown, [matcher, ...parameters]: Asked): Promise<Said> {
  const expectation = expect(value, 'f');
  const [target, name] = matcher.startsWith('not.')
    ? [expectation.not, matcher.slice(4)]
    : [expectation, matcher];
  const ask = (target as unknown as Record<string, (...parameters: readonly unknown[]) => unknown>)[name]!;
  try {
    await ask(...parameters);
    return 'ok';
  } catch (error) {
    if (!(error instanceof ExpectationFailure)) throw error;
    return { message: error.message, ...error.details };
  }
}

/** The message alone, or `ok`. */
export async function messageOf(value: unknown, asked: Asked): Promise<string> {
  const result = await said(value, asked);
  return result === 'ok' ? result : result.message;
}
