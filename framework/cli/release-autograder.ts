import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { ProblemsError } from '../document/problem.ts';
import type { Course } from '../grading/course/course-file.ts';
import { openCourse } from '../grading/course/open-course.ts';
import { listChecks } from '../grading/grade/list-checks.ts';
import { chooseExercises, findKit, openExercises } from '../grading/kit/kit.ts';
import { loadChecks } from '../grading/kit/load-checks.ts';
import { autograderFiles, zipAutograder } from '../grading/release/autograder.ts';
import { tryAutograder } from '../grading/release/try-autograder.ts';
import { EXIT } from './exit.ts';

/** What `descent release --gradescope` is told. */
export interface AutograderCommand {
  /** Number, id or title of an exercise. */
  readonly gradescope: string;
  /** The zip to write. */
  readonly out: string;
  /** `course.yaml`; by default the one in the present folder, if there is one. */
  readonly course?: string;
  /** Whether its scripts are run. */
  readonly isTried: boolean;
}

/**
 * `descent release --gradescope NN`: writes the autograder of an exercise for Gradescope, after running its scripts.
 * @returns the exit code
 * @throws ProblemsError for a file that is there already, a course without the exercise, and when a script does not do what it should
 */
export async function releaseAutograder(
  { gradescope, out, course: courseFile, isTried }: AutograderCommand,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  if (existsSync(out)) {
    throw new ProblemsError([
      { file: out, message: 'there is something of this name already', fix: 'Name a new file.' },
    ]);
  }
  const kit = await findKit();
  const exercise = chooseExercises(await openExercises(kit), [gradescope])[0]!;
  const { id } = exercise.manifest;
  const file = courseFile ?? (existsSync('course.yaml') ? 'course.yaml' : undefined);
  const course = file === undefined ? undefined : (await openCourse(file, kit.ids)).course;
  const points = listChecks(await loadChecks(exercise)).reduce((sum, { options }) => sum + options.points, 0);
  const maximumPoints = course === undefined ? points : (pointsInCourse(course, id, file!) ?? points);

  const files = await autograderFiles({ kit, exercise, ...(course === undefined ? {} : { course }) });
  if (isTried) {
    await tryAutograder({
      files,
      exercise,
      maximumPoints,
      tell: (line) => {
        write(`tried    ${line}\n`);
      },
    });
  }
  const zip = zipAutograder(files);
  // "wx": not over a file that has appeared meanwhile.
  await writeFile(out, zip, { flag: 'wx' });
  const data = course === undefined ? 'the same for everybody' : `drawn from the secret of ${file!}`;
  write(
    `written  ${out}: ${id}, ${files.size} files, ${(zip.length / 1e6).toFixed(1)} MB; hidden data ${data}\n` +
      `\nIt holds the hidden checks: give it to Gradescope, to nobody else. There: a programming assignment of ${maximumPoints} points,\n` +
      'Configure Autograder → Zip file upload; base image Ubuntu 22.04 or newer, container with 1 CPU and 1.5 GB or more.\n',
  );
  return EXIT.done;
}

/** What the exercise counts in a course. @throws ProblemsError when the course does not have it */
function pointsInCourse({ exercises }: Course, id: string, file: string): number | undefined {
  const listed = exercises.find((one) => one.id === id);
  if (listed !== undefined) return listed.points;
  throw new ProblemsError([
    {
      file,
      message: `the exercise ${id} is not in this course`,
      fix: 'Add it to "exercises", or name another course with --course.',
    },
  ]);
}
