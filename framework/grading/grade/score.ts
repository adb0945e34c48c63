import type { CheckOptions } from '../check/exercise.ts';
import type { CheckState, Trial } from '../result/result.ts';

/** The state and points of a check. */
export interface Score {
  readonly state: CheckState;
  readonly points: number;
  /** Index of the trial that tells best why: of those that did not pass, the first. */
  readonly decisive: number;
}

/** What a trial of a check came to, with what it measured, NaN included. */
export interface Measured {
  readonly trial: Trial;
  readonly value: number | undefined;
}

/**
 * Scores a check by its trials. Without `partial`, it passes when as many trials pass as `quorum` says. With it, the
 * median of what they measured is compared with the thresholds; a trial that did not measure counts as worse than any.
 */
export function scoreCheck(
  { points, partial }: CheckOptions,
  quorum: number,
  measured: readonly Measured[],
): Score {
  const failed = measured.findIndex(({ trial }) => trial.state !== 'pass');
  const decisive = Math.max(failed, 0);
  const graderError = measured.findIndex(({ trial }) => trial.state === 'grader error');
  if (graderError >= 0) return { state: 'grader error', points: 0, decisive: graderError };
  const passed = measured.filter(({ trial }) => trial.state === 'pass').length;
  if (partial === undefined) {
    if (passed >= quorum) return { state: 'pass', points, decisive };
    return { state: measured[decisive]!.trial.state, points: 0, decisive };
  }
  if (passed * 2 <= measured.length && failed >= 0) {
    return { state: measured[failed]!.trial.state, points: 0, decisive };
  }
  const given = pointsFor(medianOf(measured, isUpperBound(partial)), partial);
  const state = given === points ? 'pass' : given > 0 ? 'partial' : 'fail';
  return { state, points: given, decisive };
}

/** Whether less is better: the thresholds fall as the points rise. */
export function isUpperBound(partial: NonNullable<CheckOptions['partial']>): boolean {
  return partial.length > 1 && partial.at(-1)![0] < partial[0]![0];
}

function medianOf(measured: readonly Measured[], lessIsBetter: boolean): number {
  const worst = lessIsBetter ? Infinity : -Infinity;
  const values = measured
    .map(({ value }) => (value === undefined || Number.isNaN(value) ? worst : value))
    .sort((one, other) => one - other);
  const middle = (values.length - 1) / 2;
  // Of two middle trials the worse one counts, so that infinities need no mean.
  return values[lessIsBetter ? Math.ceil(middle) : Math.floor(middle)]!;
}

/** The points of the best threshold that a measured value reaches. */
function pointsFor(value: number, partial: NonNullable<CheckOptions['partial']>): number {
  const reaches = (threshold: number) => (isUpperBound(partial) ? value <= threshold : value >= threshold);
  return Math.max(0, ...partial.filter(([threshold]) => reaches(threshold)).map(([, points]) => points));
}
