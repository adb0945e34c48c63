import { join } from 'node:path';
import { readFolder, renameFiles } from './read-folder.ts';
import { studentId } from './student-id.ts';
import type { Submission, SubmissionFolder } from './submission.ts';

/** `Ada Lovelace_123456_assignsubmission_file` (a folder), or the same before `_exercise.ts` (a file). */
const NAME = /^(?<name>.+)_(?<participant>\d+)_assignsubmission_file(?:_(?<file>.*))?$/;

/**
 * An unpacked "Download all submissions" of a Moodle assignment: a folder per participant, or, where that option was off, files with
 * the participant before their names. Text typed online (`…_assignsubmission_onlinetext`) is no submission of files.
 * The number identifies the participant, in the grading worksheet too: names are not unique.
 */
export function findMoodle({ path, folders, files }: SubmissionFolder): Promise<readonly Submission[]> {
  const inFolders = folders.flatMap((folder): Submission[] => {
    const groups = NAME.exec(folder)?.groups;
    return groups === undefined ? [] : [{ ...personOf(groups), open: () => readFolder(join(path, folder)) }];
  });
  const flat = new Map<string, { readonly person: Person; readonly names: Map<string, string> }>();
  for (const file of files) {
    const groups = NAME.exec(file)?.groups;
    if (groups?.file === undefined || groups.file === '') continue;
    const person = personOf(groups);
    const known = flat.get(person.student) ?? { person, names: new Map<string, string>() };
    known.names.set(groups.file, file);
    flat.set(person.student, known);
  }
  return Promise.resolve([
    ...inFolders,
    ...[...flat.values()].map(({ person, names }) => ({ ...person, open: () => renameFiles(path, names) })),
  ]);
}

type Person = Pick<Submission, 'student' | 'name'>;

function personOf(groups: Readonly<Record<string, string>>): Person {
  return { student: studentId(`${groups.name!}_${groups.participant!}`), name: groups.name! };
}
