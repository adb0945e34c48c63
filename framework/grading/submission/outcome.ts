import type { ReportedError } from './protocol.ts';

/** How a request to a student process ended besides an answer; after each of these the process is gone. */
export type Ending =
  | { readonly state: 'timeout'; readonly limitMilliseconds: number }
  | { readonly state: 'out of memory'; readonly megabytes: number }
  | { readonly state: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly state: 'protocol violation'; readonly reason: string }
  | { readonly state: 'printed too much'; readonly bytes: number }
  | { readonly state: 'called back too often'; readonly calls: number };

/** Why there is no value. */
export type Failure =
  | Ending
  | { readonly state: 'error'; readonly error: ReportedError }
  | { readonly state: 'never settles' }
  | { readonly state: 'missing export'; readonly help: string }
  /** What is asked for lived in a process that an earlier call has ended. */
  | { readonly state: 'gone'; readonly name: string };

/** What came of a call: a value, or why there is none, in words for the student. */
export type Outcome<Value = unknown> = (
  | {
      readonly state: 'ok';
      readonly value: Value;
      /** Whether the function returned a promise. */
      readonly isAsync: boolean;
      /** The arguments as they are after the call, if they were asked for. */
      readonly arguments?: readonly unknown[];
    }
  | (Failure & { readonly sentence: string })
) & {
  /** What the submission printed meanwhile, cleaned and shortened. */
  readonly printed: string;
  /** Wall-clock time, measured by the host. */
  readonly milliseconds: number;
};

/** A call that brought no value, as an exception. Its message is the sentence for the student. */
export class StudentFailure extends Error {
  override readonly name = 'StudentFailure';
  readonly failure: Failure;
  /** What the submission printed during the call. */
  readonly printed: string;

  constructor(failure: Failure, sentence: string, printed: string) {
    super(sentence);
    this.failure = failure;
    this.printed = printed;
  }
}

/** The value of an outcome. @throws StudentFailure when there is none. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.state === 'ok') return outcome.value;
  throw new StudentFailure(outcome, outcome.sentence, outcome.printed);
}
