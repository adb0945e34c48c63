import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { findExercise } from './find-exercise.ts';
import { findSubmissions, openTree, type FoundSubmissions } from './submissions.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-class-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const line = { id: '02-line-gd', files: ['exercise.ts'] };

/** What each student handed in for exercise 02: the text of the file, or why there is none. */
async function handedIn({ submissions }: FoundSubmissions, isOnly = false): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const submission of submissions) {
    const { tree, refusal } = await openTree(submission);
    const found = await findExercise(tree, line, isOnly);
    result[submission.student] =
      refusal ??
      (found.state === 'found'
        ? found.files['exercise.ts']!
        : ((found as { reason?: string }).reason ?? 'missing'));
  }
  return result;
}

async function problems(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems).replaceAll(folder, 'FOLDER');
    throw error;
  }
  return 'none';
}

describe('submissions', () => {
  it('are a folder or a zip for each student', async () => {
    await write({
      'ada/02-line-gd/exercise.ts': 'A',
      'bob/exercises/02-line-gd/exercise.ts': 'B',
      'bob/starters/02-line-gd/exercise.ts': 'starter',
      'carol.zip': zipSync({ 'my work/exercises/02-line-gd/exercise.ts': strToU8('\uFEFFC\r\n') }),
      'dave/notes.txt': '',
      'eve.zip': 'no zip',
      'frank/02-line-gd/work.ts': '',
    });
    await symlink('/etc', join(folder, 'mallory'));
    const found = await findSubmissions(folder);
    expect(found.form).toBe('folders');
    expect(await handedIn(found)).toEqual({
      ada: 'A',
      bob: 'B',
      carol: 'C\n',
      dave: 'missing',
      eve: 'The submission is no zip that can be read (End of central directory record signature not found).',
      frank: 'missing',
      mallory: 'The submission is not a folder.',
    });
  });

  it('for one exercise alone need no folder of its name', async () => {
    await write({
      'ada/exercise.ts': 'A',
      'bob/work/exercise.ts': 'B',
      'carol/a/exercise.ts': '',
      'carol/b/exercise.ts': '',
    });
    expect(await handedIn(await findSubmissions(folder), true)).toEqual({
      ada: 'A',
      bob: 'B',
      carol: 'There are several files for 02-line-gd: a/exercise.ts, b/exercise.ts.',
    });
  });

  it('may come from Moodle, in folders or flat', async () => {
    await write({
      'Ada Lovelace_101_assignsubmission_file/exercise.ts': 'A',
      'Bob B_102_assignsubmission_file_exercise.ts': 'B',
      'Bob B_102_assignsubmission_onlinetext.html': '',
      'Carol_103_assignsubmission_file/work.zip': zipSync({ 'exercise.ts': strToU8('C') }),
    });
    const found = await findSubmissions(folder);
    expect(found.form).toBe('moodle');
    expect(await handedIn(found, true)).toEqual({ Ada_Lovelace_101: 'A', Bob_B_102: 'B', Carol_103: 'C' });
  });

  it('may come from Canvas; the last attempt counts', async () => {
    await write({
      'lovelaceada_11_501_exercise.ts': 'first',
      'lovelaceada_11_502_exercise-1.ts': 'second',
      'bobb_LATE_12_503_exercise.ts': 'B',
    });
    const found = await findSubmissions(folder);
    expect(found.form).toBe('canvas');
    expect(await handedIn(found, true)).toEqual({ bobb_12: 'B', lovelaceada_11: 'second' });
  });

  it('may come from Gradescope, with times, and groups', async () => {
    await write({
      'submission_7/exercise.ts': 'A',
      'submission_metadata.yml': [
        'submission_7:',
        '  :submitters:',
        '  - :name: Ada Lovelace',
        "    :sid: '101'",
        '    :email: ada@example.org',
        '  - :name: Bob',
        '    :email: bob@example.org',
        '  :created_at: 2026-01-28 15:38:18.302218000 Z',
      ].join('\n'),
    });
    const found = await findSubmissions(folder);
    expect(found.submissions.map(({ open: _, ...about }) => about)).toEqual([
      {
        student: '101',
        name: 'Ada Lovelace',
        email: 'ada@example.org',
        time: new Date('2026-01-28T15:38:18.302Z'),
      },
      {
        student: 'bob@example.org',
        name: 'Bob',
        email: 'bob@example.org',
        time: new Date('2026-01-28T15:38:18.302Z'),
      },
    ]);
    expect(await handedIn(found, true)).toEqual({ 101: 'A', 'bob@example.org': 'A' });
  });

  it('are refused with words when there are none, or two of one student', async () => {
    expect(await problems(() => findSubmissions(join(folder, 'none')))).toBe(
      'FOLDER/none  there is no such folder',
    );
    expect(await problems(() => findSubmissions(folder))).toBe(
      [
        'FOLDER  there are no submissions here',
        '  expected  a folder or a zip for each student, or an unpacked export of Moodle, Canvas or Gradescope',
      ].join('\n'),
    );
    expect(await problems(() => findSubmissions(folder, 'mooodle'))).toBe(
      'command line  unknown form of submissions "mooodle". Did you mean "moodle"?',
    );
    await write({ 'ada/x.ts': '', 'ada.zip': '' });
    expect(await problems(() => findSubmissions(folder))).toBe(
      ['FOLDER  there are two submissions of "ada"', '  fix       Keep the one that counts.'].join('\n'),
    );
  });
});
