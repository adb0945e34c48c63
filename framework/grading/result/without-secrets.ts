import type { CheckResult, ExerciseResult } from './result.ts';

/**
 * A result as its student may see it. Of hidden checks only title, state, points and hint are left: messages, values,
 * calls, what was printed and the seeds would tell the hidden data, as in `throw new Error(JSON.stringify(input))`. Every
 * card, page and export that students see is made from it.
 */
export function withoutSecrets(result: ExerciseResult): ExerciseResult {
  return { ...result, checks: result.checks.map(shownCheck) };
}

/** The same of one check. */
export function shownCheck(check: CheckResult): CheckResult {
  if (check.visibility === 'visible') return check;
  const { id, title, task, visibility, state, points, maximumPoints, cause, hint, needs, milliseconds } =
    check;
  const { message, place } = check;
  return {
    id,
    title,
    task,
    visibility,
    state,
    points,
    maximumPoints,
    ...(cause === undefined ? {} : { cause }),
    // Loading happens before anything hidden is sent.
    ...(cause === 'not loaded' && message !== undefined ? { message } : {}),
    ...(cause === 'not loaded' && place !== undefined ? { place } : {}),
    ...(hint === undefined ? {} : { hint }),
    ...(needs === undefined ? {} : { needs }),
    milliseconds,
    trials: [],
  };
}
