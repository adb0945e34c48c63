import type { CheckResult, ExerciseResult } from '../result/result.ts';

/**
 * What a student may see of a check. Of a hidden one that is its title, how it ended and its hint: a message, a call or printed
 * text would tell the hidden data, as a submission can throw or print what it was given. What broke in a check of ours helps
 * nobody who handed in.
 */
export function shownCheck(check: CheckResult): CheckResult {
  const { id, title, task, visibility, state, points, maximumPoints, cause, hint, needs, milliseconds } =
    check;
  if (visibility === 'visible' && state !== 'grader error') return check;
  return {
    id,
    title,
    task,
    visibility,
    state,
    points,
    maximumPoints,
    ...(cause === undefined ? {} : { cause }),
    ...(hint === undefined ? {} : { hint }),
    ...(needs === undefined ? {} : { needs }),
    milliseconds: visibility === 'hidden' ? 0 : milliseconds,
    trials: [],
  };
}

/** A result as a student may see it. */
export function shownResult(result: ExerciseResult): ExerciseResult {
  return { ...result, checks: result.checks.map(shownCheck) };
}
