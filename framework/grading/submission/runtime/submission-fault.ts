/** Where a fault is, in the student's own files. */
export interface FaultPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A fault of the submission that the runtime finds, where JavaScript would say something that a beginner does
 * not understand, or nothing.
 */
export class SubmissionFault extends Error {
  override readonly name: string;
  readonly place: FaultPlace;

  /** @param options.name what is shown as the error's name; by default none */
  constructor(message: string, { name = '', ...place }: FaultPlace & { readonly name?: string } = {}) {
    super(message);
    this.name = name;
    this.place = place;
  }
}
