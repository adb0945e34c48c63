import { formatNumber } from '../expect/format-value.ts';
import { StudentFailure, type Failure } from '../submission/outcome.ts';

/**
 * The wall-clock time that a submission may take in one trial of a check, over all its calls: a check that asks again
 * and again ends, too. The time of the check itself does not count.
 */
export interface Deadline {
  /** Begins a trial whose calls may take that long together. */
  begin(seconds: number): void;
  /** A call has taken that long. */
  spend(milliseconds: number): void;
  /** Milliseconds left for the next call. @throws StudentFailure, a timeout, when none are */
  left(): number;
  /** Whether a call was ended because the trial's time was up, and not by a limit of its own. */
  hasEnded(failure: Failure): boolean;
}

/** Nothing may be taken before the first trial begins. @param subject what sentences call it that the calls are made for */
export function createDeadline(subject = 'check'): Deadline {
  let limit = 0;
  let spent = 0;
  let given = NaN;
  return {
    begin(seconds) {
      limit = 1000 * seconds;
      spent = 0;
      given = NaN;
    },
    spend(milliseconds) {
      spent += milliseconds;
    },
    left() {
      given = limit - spent;
      if (given > 0) return given;
      const sentence = `the calls of this ${subject} took more than ${formatNumber(limit / 1000)} s together: is something slow, or does it never come to an end?`;
      throw new StudentFailure({ state: 'timeout', limitMilliseconds: limit }, sentence, '');
    },
    hasEnded: (failure) => failure.state === 'timeout' && failure.limitMilliseconds === given,
  };
}
