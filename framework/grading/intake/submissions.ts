import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { findCanvas } from './canvas.ts';
import { findGradescope } from './gradescope.ts';
import { findMoodle } from './moodle.ts';
import { readArchive, unpackArchives } from './read-archive.ts';
import { readFolder } from './read-folder.ts';
import { studentId } from './student-id.ts';
import type { Submission, SubmissionFolder } from './submission.ts';
import { EMPTY_TREE, RefusedError, type SubmittedTree } from './submitted-tree.ts';

/** The forms in which submissions come. */
export const SUBMISSION_FORMS = ['folders', 'moodle', 'canvas', 'gradescope'] as const;
/** A form in which submissions come. */
export type SubmissionForm = (typeof SUBMISSION_FORMS)[number];

/** The submissions of a class. */
export interface FoundSubmissions {
  readonly form: SubmissionForm;
  readonly submissions: readonly Submission[];
}

/**
 * Finds what a class handed in: a folder or zip per student, or an unpacked export of Moodle, Canvas or Gradescope.
 * @param form by default recognised by the names of files, where that is safe
 * @throws ProblemsError when the folder is missing or holds nothing of the form
 */
export async function findSubmissions(path: string, form?: string): Promise<FoundSubmissions> {
  const folder = await listFolder(path);
  const chosen = form === undefined ? undefined : knownForm(form);
  const finders = {
    moodle: findMoodle,
    canvas: findCanvas,
    gradescope: findGradescope,
    folders: findFolders,
  };
  // An export has marks that ordinary folders lack, so it is asked for first.
  for (const candidate of chosen === undefined
    ? (['gradescope', 'moodle', 'canvas', 'folders'] as const)
    : [chosen]) {
    const submissions = await finders[candidate](folder);
    if (submissions.length === 0) continue;
    refuseDuplicates(path, submissions);
    return { form: candidate, submissions: submissions.toSorted(byStudent) };
  }
  throw refuse(path, {
    message: chosen === undefined ? 'there are no submissions here' : `this is no export of ${chosen}`,
    expected: 'a folder or a zip for each student, or an unpacked export of Moodle, Canvas or Gradescope',
  });
}

/** A folder or a zip per student, named as the student. */
function findFolders({ path, folders, files }: SubmissionFolder): Promise<readonly Submission[]> {
  const archives = files.filter((name) => name.toLowerCase().endsWith('.zip'));
  return Promise.resolve([
    ...folders.map((name) => ({ student: studentId(name), open: () => readFolder(join(path, name)) })),
    ...archives.map((name) => ({
      student: studentId(basename(name, name.slice(-4))),
      open: () => readArchive(join(path, name)),
    })),
  ]);
}

async function listFolder(path: string): Promise<SubmissionFolder> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const visible = entries.filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
    return {
      path,
      // A link in place of a student's folder is a submission, too: it is refused when it is opened.
      folders: visible
        .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
        .map(({ name }) => name),
      files: visible.filter((entry) => entry.isFile()).map(({ name }) => name),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw refuse(path, { message: 'there is no such folder' });
    if (code === 'ENOTDIR') {
      const isZip = (await lstat(path)).isFile() && path.toLowerCase().endsWith('.zip');
      const fix = isZip ? 'Unpack it first, and name the folder.' : 'Name a folder.';
      throw refuse(path, { message: 'this is a file, not a folder', fix });
    }
    throw error;
  }
}

function knownForm(form: string): SubmissionForm {
  const known = SUBMISSION_FORMS.find((name) => name === form);
  if (known !== undefined) return known;
  throw new ProblemsError([
    {
      file: 'command line',
      message: `unknown form of submissions "${form}"`,
      fix: didYouMean(form, SUBMISSION_FORMS) ?? `The forms are ${SUBMISSION_FORMS.join(', ')}.`,
    },
  ]);
}

function refuseDuplicates(path: string, submissions: readonly Submission[]): void {
  const seen = new Set<string>();
  for (const { student } of submissions) {
    // Results are files, and some file systems do not tell capitals from small letters.
    const key = student.toLowerCase();
    if (seen.has(key)) {
      throw refuse(path, {
        message: `there are two submissions of "${student}"`,
        fix: 'Keep the one that counts.',
      });
    }
    seen.add(key);
  }
}

function refuse(file: string, problem: { message: string; expected?: string; fix?: string }): ProblemsError {
  return new ProblemsError([{ file, ...problem }]);
}

function byStudent(one: Submission, other: Submission): number {
  return one.student < other.student ? -1 : 1;
}

/** What can be read of a submission; a tree without files, and the reason, when nothing can. */
export async function openTree(
  submission: Submission,
): Promise<{ readonly tree: SubmittedTree; readonly refusal?: string }> {
  try {
    return { tree: await unpackArchives(await submission.open()) };
  } catch (error) {
    if (error instanceof RefusedError)
      return { tree: EMPTY_TREE, refusal: `The submission ${error.message}.` };
    throw error;
  }
}
