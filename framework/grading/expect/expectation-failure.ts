/** What a failed expectation tells besides its message. Bounded texts, ready to show. */
export interface ExpectationDetails {
  readonly expected?: string;
  readonly received?: string;
  /** More lines: shapes, the largest error and where it is. */
  readonly facts?: readonly string[];
  /** Whether the matcher has asked the submission itself: then its last call explains nothing. */
  readonly hasAsked?: boolean;
}

/** Thrown by `expect`: the submission does not do what a check asks for. Its message is a sentence for the student. */
export class ExpectationFailure extends Error {
  override readonly name = 'ExpectationFailure';
  readonly details: ExpectationDetails;

  constructor(message: string, details: ExpectationDetails = {}) {
    super(message);
    this.details = details;
  }
}
