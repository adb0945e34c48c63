import type { CheckOptions } from '../check/exercise.ts';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import { scoreCheck, type Score } from '../grade/score.ts';
import type { Trial } from '../result/result.ts';

/** Trials that would be graded together. */
export interface TrialWindow {
  readonly seeds: readonly number[];
  readonly score: Score;
}

/**
 * Scores every run of neighbouring trials that a grading could consist of: with `count` 3 of 20 trials there are 18. So a
 * check of which two of three trials must pass is not blamed for the third.
 */
export function windowsOf(
  trials: readonly Trial[],
  options: CheckOptions,
  { trials: defaults }: ExerciseManifest,
): readonly TrialWindow[] {
  const { count, quorum = count } = options.seeds ?? defaults;
  const length = Math.min(count, trials.length);
  return Array.from({ length: trials.length - length + 1 }, (_, start) => {
    const own = trials.slice(start, start + length);
    const measured = own.map((trial) => ({ trial, value: trial.value }));
    return {
      seeds: own.map(({ seed }) => seed),
      score: scoreCheck(options, Math.min(quorum, length), measured),
    };
  });
}

/** As words: `seed 3`, `the seeds 3, 4 and 5`. */
export function seedsInWords(seeds: readonly number[]): string {
  if (seeds.length === 1) return `seed ${seeds[0]!}`;
  return `the seeds ${seeds.slice(0, -1).join(', ')} and ${seeds.at(-1)!}`;
}
