import type { ChalkInstance } from 'chalk';
import type { CheckResult, CheckState } from '../result/result.ts';

const MARKS: Readonly<Record<CheckState, string>> = {
  pass: '✓',
  partial: '◐',
  fail: '✗',
  timeout: '✗',
  crashed: '✗',
  skipped: '–',
  'grader error': '!',
  'not run': '·',
};

/** The sign before a check. */
export function markOf({ state, cause }: CheckResult): string {
  return cause === 'to do' ? '○' : MARKS[state];
}

/** Whether there is something to explain. */
export function isFailure({ state, cause }: CheckResult): boolean {
  return cause === undefined && !['pass', 'skipped', 'not run'].includes(state);
}

/** Whether a task has not been begun: every check of it meets what is still to be written, or waits for one that does. */
export function isUnwritten(checks: readonly CheckResult[]): boolean {
  return (
    checks.some(({ cause }) => cause === 'to do') &&
    checks.every(({ cause, state }) => cause === 'to do' || state === 'skipped')
  );
}

/** The colour of a check's line. */
export function paintOf({ state, cause }: CheckResult, style: ChalkInstance): (line: string) => string {
  if (cause === 'to do' || state === 'skipped' || state === 'not run') return style.dim;
  if (state === 'pass') return style.green;
  return state === 'partial' || state === 'grader error' ? style.yellow : style.red;
}

/** Why a check is not judged, and whether it is one that students do not see; goes after its title. */
export function remarkOf({ state, cause, needs = [], visibility }: CheckResult): string {
  if (cause === 'to do') return ': still to be written';
  if (state === 'skipped') return `: needs ${needs.map((title) => `"${title}"`).join(' and ')}`;
  if (state === 'grader error') return ': a fault of this check, not of yours';
  return visibility === 'hidden' ? ' (hidden)' : '';
}
