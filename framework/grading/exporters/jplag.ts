import { ProblemsError } from '../../document/problem.ts';
import { findExercise } from '../intake/find-exercise.ts';
import { openTree } from '../intake/submissions.ts';
import type { ExportedFile, Exporter } from './exporter.ts';

/**
 * The submitted files themselves, a folder per exercise with a folder per student: what JPlag, MOSS and the like compare. Files are read
 * again, with the same care as for grading; untouched starters come along, so give the starter as base code.
 * @see https://github.com/jplag/JPlag
 */
export const jplagExporter: Exporter = {
  format: 'jplag',
  summary: 'the submitted files, a folder per student, for JPlag and its like; needs --submissions',
  async *export({ options, note }): AsyncGenerator<ExportedFile, void> {
    const { handedIn } = options;
    if (handedIn === undefined) {
      throw new ProblemsError([
        {
          file: 'command line',
          message: 'the files that were handed in are needed',
          fix: 'Name their folder with --submissions, as descent grade was told it.',
        },
      ]);
    }
    const unread: string[] = [];
    const { exercises, submissions } = handedIn;
    for (const submission of submissions) {
      const { tree, refusal } = await openTree(submission);
      for (const { manifest } of exercises) {
        const { id, files: names } = manifest;
        const found =
          refusal === undefined
            ? await findExercise(tree, { id, files: names }, exercises.length === 1)
            : ({ state: 'refused', reason: refusal } as const);
        if (found.state === 'refused') unread.push(`${submission.student} (${id})`);
        if (found.state !== 'found') continue;
        for (const [name, content] of Object.entries(found.files)) {
          yield { path: `${id}/${submission.student}/${name}`, content };
        }
      }
    }
    if (unread.length > 0) note(`Not read, and so not there: ${unread.join(', ')}.`);
  },
};
