import { renameFiles } from './read-folder.ts';
import { studentId } from './student-id.ts';
import type { Submission, SubmissionFolder } from './submission.ts';

/** `lovelaceada_LATE_12345_67890_exercise-1.ts`: who, perhaps late, user, attachment, the file with the number of a resubmission. */
const NAME =
  /^(?<name>[^_]+)_(?:LATE_)?(?<user>\d+)_(?<attachment>\d+)_(?<stem>.+?)(?:-(?<resubmission>\d+))?(?<ending>\.[^.]+)?$/;

/**
 * An unpacked "Download submissions" of a Canvas assignment: all files in one folder, with the student before the names. Canvas
 * numbers the files of later attempts (`exercise-1.ts`); the highest number counts. Times are not in the export.
 */
export function findCanvas({ path, files }: SubmissionFolder): Promise<readonly Submission[]> {
  const people = new Map<string, { readonly name: string; readonly files: Map<string, Attempt> }>();
  for (const file of files) {
    const groups = NAME.exec(file)?.groups;
    if (groups === undefined) continue;
    const { name, user, stem, ending = '', resubmission = '0' } = groups as Record<string, string>;
    const person = people.get(user!) ?? { name: name!, files: new Map<string, Attempt>() };
    people.set(user!, person);
    const attempt = { file, number: Number(resubmission) };
    const before = person.files.get(stem! + ending);
    if (before === undefined || before.number < attempt.number) person.files.set(stem! + ending, attempt);
  }
  return Promise.resolve(
    [...people].map(([user, person]) => ({
      student: studentId(`${person.name}_${user}`),
      name: person.name,
      open: () => renameFiles(path, new Map([...person.files].map(([name, { file }]) => [name, file]))),
    })),
  );
}

interface Attempt {
  readonly file: string;
  readonly number: number;
}
