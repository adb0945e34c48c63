import { ExpectationFailure } from '../expect/expectation-failure.ts';
import { StudentFailure, type Failure } from '../submission/outcome.ts';
import type { CheckResult, Trial } from '../result/result.ts';

/** What a check's body threw, as the parts of a result. */
export interface JudgedFailure extends Pick<
  CheckResult,
  'cause' | 'message' | 'expected' | 'received' | 'facts' | 'place'
> {
  readonly state: Exclude<Trial['state'], 'pass'>;
}

/** Messages are cut there, as a submission chooses the words of its errors and of its exports. */
const LONGEST_MESSAGE = 2_500;

/**
 * Tells whose fault it is that a check did not pass. Only what `expect` and the calls of the submission throw is the
 * submission's; anything else is a mistake of the check or of the framework and never costs a student points.
 */
export function judgeFailure(thrown: unknown): JudgedFailure {
  if (thrown instanceof ExpectationFailure) {
    const { expected, received, facts } = thrown.details;
    return {
      state: 'fail',
      message: shorten(thrown.message),
      ...(expected === undefined ? {} : { expected }),
      ...(received === undefined ? {} : { received }),
      ...(facts === undefined ? {} : { facts: [...facts] }),
    };
  }
  if (thrown instanceof StudentFailure) {
    const place = placeOf(thrown.failure);
    return {
      state: stateOf(thrown.failure),
      ...(isTodo(thrown.failure) ? { cause: 'to do' } : {}),
      message: shorten(thrown.message),
      ...(place === undefined ? {} : { place }),
    };
  }
  const words = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { state: 'grader error', message: shorten(words) };
}

function shorten(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}

function stateOf({ state }: Failure): JudgedFailure['state'] {
  switch (state) {
    case 'error':
    case 'never settles':
    case 'missing export':
      return 'fail';
    case 'timeout':
      return 'timeout';
    case 'out of memory':
    case 'exited':
    case 'protocol violation':
    case 'printed too much':
    case 'called back too often':
    case 'gone':
      return 'crashed';
  }
}

function isTodo(failure: Failure): boolean {
  return failure.state === 'error' && failure.error.name === 'TodoError';
}

function placeOf(failure: Failure): CheckResult['place'] {
  if (failure.state !== 'error') return undefined;
  const { file, line, column } = failure.error;
  if (file === undefined || line === undefined) return undefined;
  return { file, line, ...(column === undefined ? {} : { column }) };
}
