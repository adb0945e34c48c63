import chalk from 'chalk';
import { BackendError } from '../backend/backend.ts';
import { ComponentProblem } from '../component/component.ts';
import { DataError } from '../data/data-error.ts';
import { formatProblems } from '../document/format-problems.ts';
import { ProblemsError } from '../document/problem.ts';
import { RunInProgressError } from '../experiment/run-folder.ts';
import { IsolationRefused } from '../grading/isolation/require-level.ts';
import { EXIT } from './exit.ts';

/** What the file system may refuse, in words. None of it is a fault of descent. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
  EEXIST: 'it exists already',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
};

/**
 * Prints an error as its reader needs it, and gives the exit code.
 * What the user can mend is a message without a stack trace; everything else is ours and comes with one.
 */
export function reportError(error: unknown, write: (text: string) => void): number {
  if (error instanceof ProblemsError) {
    write(`${formatProblems(error.problems, chalk.level > 0 ? chalk : undefined)}\n`);
    return EXIT.wrongInput;
  }
  if (error instanceof DataError || error instanceof ComponentProblem) {
    write(`${error.message}\n${error.fix === undefined ? '' : `  fix  ${error.fix}\n`}`);
    return EXIT.wrongInput;
  }
  if (
    error instanceof BackendError ||
    error instanceof RunInProgressError ||
    error instanceof IsolationRefused
  ) {
    write(`${error.message}\n`);
    return EXIT.wrongInput;
  }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : SYSTEM_ERRORS[code];
  if (reason !== undefined) {
    write(`${path ?? 'a file'}: ${reason} (${code}).\n`);
    return EXIT.wrongInput;
  }
  write(`This is a fault of descent, not yours. Please report it with the lines below.\n${stackOf(error)}\n`);
  return EXIT.ownFault;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
