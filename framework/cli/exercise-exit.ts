import type { ExerciseResult } from '../grading/result/result.ts';
import { EXIT } from './exit.ts';

/** The exit code for results of exercises: the worst counts. What is not started is no failure. */
export function exitCodeOf(results: readonly ExerciseResult[]): number {
  if (results.some(({ state }) => state === 'needs attention')) return EXIT.ownFault;
  const isShort = ({ state, points, maximumPoints }: ExerciseResult) =>
    state === 'graded' && points < maximumPoints;
  return results.some(isShort) ? EXIT.targetsMissed : EXIT.done;
}
