import type { CheckResult } from '../result/result.ts';

/** Whether a check rejected a wrong answer for what is wrong with it: `rejected`, or what happened instead. */
export function verdictOf({ state, cause, needs = [], message = '' }: CheckResult): string {
  if (cause === 'not loaded') return `not loaded: ${message}`;
  if (state === 'skipped') return `skipped: it needs ${needs.join(' and ')}`;
  if (state === 'grader error') return `the check is broken: ${message}`;
  return state === 'pass' ? 'passed' : 'rejected';
}
