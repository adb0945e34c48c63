import type { ExpectationDetails } from './expectation-failure.ts';

/** What a matcher finds. */
export interface Verdict {
  readonly pass: boolean;
  /** A sentence for the student about a value that does not match; begins with the name of the value. */
  readonly message: string;
  readonly details?: ExpectationDetails;
}

/**
 * Compares a value with what a check expects. A matcher takes any value, as it may come from hostile code: it
 * neither throws nor takes long, and its texts are bounded.
 * @param received the value; its name for messages
 */
export type Matcher<Parameters extends readonly unknown[]> = (
  received: { readonly value: unknown; readonly name: string },
  ...parameters: Parameters
) => Verdict | Promise<Verdict>;
