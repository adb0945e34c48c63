import type { ExpectationDetails } from './expectation-failure.ts';

/** What is expected of: a value, and how messages call it. */
export interface Received {
  readonly value: unknown;
  readonly name: string;
}

/** What a matcher finds. */
export interface Verdict {
  readonly pass: boolean;
  /** A sentence for the student about a value that does not match; begins with the name of the value. */
  readonly message: string;
  /** The sentence for `not`, about a value that matches; by default made of what was expected. */
  readonly opposite?: string;
  /**
   * The value is none of which the question could be asked: no number, no list, NaN. Then `not` fails too, as whoever
   * returns nothing has not shown that two things differ.
   */
  readonly isOtherKind?: boolean;
  readonly details?: ExpectationDetails;
}

/**
 * Compares a value with what a check expects. A matcher takes any value, as it may come from hostile code: it
 * neither throws nor takes long, and its texts are bounded.
 * @param received the value; its name for messages
 */
export type Matcher<Parameters extends readonly unknown[]> = (
  received: Received,
  ...parameters: Parameters
) => Verdict | Promise<Verdict>;
