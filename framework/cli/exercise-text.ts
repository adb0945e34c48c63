import type { ChalkInstance } from 'chalk';
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

/** What to say after a card of an exercise with all its points. @param next the exercise that follows, if there is one */
export function afterCardText(result: ExerciseResult, next: ExerciseManifest | undefined): string {
  if (result.points < result.maximumPoints) return '';
  return next === undefined ? 'All points.\n' : `All points. Next:  ${next.id.slice(0, 2)}  ${next.title}\n`;
}
