import { formatNumber } from '../expect/format-value.ts';
import { StudentFailure } from '../submission/outcome.ts';
import { sentenceOf } from '../submission/sentence.ts';
import type { LoggedCalls } from './call-log.ts';
import type { Deadline } from './deadline.ts';
import { judgeFailure, type JudgedFailure } from './judge-failure.ts';

/** The calls among which something was thrown, and the time that they had together. */
export interface JudgedCalls {
  readonly calls: LoggedCalls;
  readonly deadline: Deadline;
  readonly seconds: number;
  /** What sentences call it that the calls were made for; by default `check`. */
  readonly subject?: string;
}

/**
 * As `judgeFailure`. Of a call that was ended because the time of all of them was up, that time is told, not what was left of it for
 * this call.
 */
export function judgeCalls(thrown: unknown, judged: JudgedCalls): JudgedFailure {
  const { calls, deadline, seconds, subject = 'check' } = judged;
  const { last, count } = calls;
  const failure = judgeFailure(thrown);
  if (!(thrown instanceof StudentFailure) || last === undefined || !deadline.hasEnded(thrown.failure)) {
    return failure;
  }
  const message = sentenceOf(
    { state: 'timeout', limitMilliseconds: 1000 * seconds },
    { name: last.name, isLoad: false, isTraining: last.operation === 'experiment' },
  );
  const together = `all calls of this ${subject} may take ${formatNumber(seconds)} s together; this was call ${count}`;
  return { ...failure, message, ...(count > 1 ? { facts: [together] } : {}) };
}
