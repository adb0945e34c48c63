import type { CheckResult } from '../result/result.ts';

const UNKNOWN_NAME = /\bthrew ReferenceError: .* is not defined$/;

/** Whether a check rejected a wrong answer for what is wrong with it: `rejected`, or what happened instead. */
export function verdictOf({ state, cause, needs = [], message = '' }: CheckResult): string {
  if (cause === 'not loaded') return `not loaded: ${message}`;
  if (state === 'skipped') return `skipped: it needs ${needs.join(' and ')}`;
  if (state === 'grader error') return `the check is broken: ${message}`;
  // A wrong answer is pasted into the solution: a name that it imported under another one is unknown there.
  if (UNKNOWN_NAME.test(message)) return `it proves nothing, as it breaks down: ${message}`;
  return state === 'pass' ? 'passed' : 'rejected';
}
