import type { ChalkInstance } from 'chalk';
import { sumOf } from '../grading/card/layout.ts';
import type { ExerciseManifest } from '../grading/kit/exercise-file.ts';
import type { ExerciseResult } from '../grading/result/result.ts';

/** What there is to say of an exercise whose files are as they came: where its lesson is, and what to edit. */
export function notStartedText(manifest: ExerciseManifest, style: ChalkInstance): string {
  const number = manifest.id.slice(0, 2);
  return [
    `${style.bold(`${number}  ${manifest.title}`)}  not started`,
    '',
    `    lesson  exercises/${manifest.id}/README.md`,
    ...manifest.files.map(
      (name, index) => `    ${index === 0 ? 'edit  ' : '      '}  exercises/${manifest.id}/${name}`,
    ),
    '',
  ].join('\n');
}

/**
 * What to say after a card of an exercise with all the points that can be had here. Where hidden checks come later, right is not
 * yet proven.
 * @param next the exercise that follows, if there is one
 * @returns nothing while points are missing
 */
export function afterCardText(
  { points, maximumPoints }: ExerciseResult,
  { tasks }: ExerciseManifest,
  next: ExerciseManifest | undefined,
): string {
  if (points < maximumPoints) return '';
  const later = sumOf([...tasks.map((task) => task.points), -maximumPoints]);
  const all =
    later > 0
      ? `All visible checks pass. Hidden ones decide about ${later} more ${later === 1 ? 'point' : 'points'} when you hand in.`
      : 'All points.';
  return next === undefined
    ? `${all}\n`
    : `${all}${later > 0 ? '\n' : ' '}Next:  ${next.id.slice(0, 2)}  ${next.title}\n`;
}
