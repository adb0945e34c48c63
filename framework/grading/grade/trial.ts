import { ExpectationFailure } from '../expect/expectation-failure.ts';
import type { Trial } from '../result/result.ts';
import type { BenchedCheck } from './bench.ts';
import type { CallLog, LoggedCalls } from './call-log.ts';
import type { Deadline } from './deadline.ts';
import { judgeCalls } from './judge-calls.ts';
import type { JudgedFailure } from './judge-failure.ts';
import type { DeclaredCheck } from './list-checks.ts';

/** A trial with all that a result wants to know of it. */
export interface Tried {
  readonly trial: Trial;
  readonly value: number | undefined;
  readonly failure: JudgedFailure | undefined;
  readonly calls: LoggedCalls;
  readonly milliseconds: number;
  readonly isRandom: boolean;
}

/** How one trial of a check is made. */
export interface TrialOptions {
  readonly check: DeclaredCheck;
  readonly seed: number;
  /** What the submission may take. */
  readonly seconds: number;
  readonly bench: (check: DeclaredCheck, seed: number) => BenchedCheck;
  readonly log: CallLog;
  readonly deadline: Deadline;
}

/** Runs a check once, with one seed. Whatever its body throws becomes a part of the trial. */
export async function tryCheck({ check, seed, seconds, bench, log, deadline }: TrialOptions): Promise<Tried> {
  log.clear();
  const started = performance.now();
  deadline.begin(seconds);
  let value: number | undefined;
  let failure: JudgedFailure | undefined;
  let hasAsked = false;
  let isRandom = () => false;
  try {
    const benched = bench(check, seed);
    isRandom = benched.isRandom;
    const measured: unknown = await benched.body();
    value = typeof measured === 'number' ? measured : undefined;
    if (check.options.partial !== undefined && value === undefined) {
      throw new Error(`the check "${check.title}" has partial points, but returned no number`);
    }
  } catch (thrown) {
    hasAsked = thrown instanceof ExpectationFailure && thrown.details.hasAsked === true;
    failure = judgeCalls(thrown, { seconds, calls: log.read(), deadline });
  }
  return {
    trial: {
      seed,
      state: failure?.state ?? 'pass',
      ...(value !== undefined && Number.isFinite(value) ? { value } : {}),
    },
    value,
    failure,
    calls: hasAsked ? { ...log.read(), call: undefined } : log.read(),
    milliseconds: performance.now() - started,
    isRandom: isRandom(),
  };
}
