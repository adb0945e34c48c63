import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findKit, openExercise } from '../kit/kit.ts';
import { readFiles } from '../kit/read-files.ts';
import { readGradebook } from './gradebook-file.ts';

const EXERCISES = ['02-line-gd', '05-perceptron'];
const main = join(createRequire(import.meta.url).resolve('descent/package.json'), '..', 'bin', 'descent.js');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-open-class-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the built command, as graders find the checks of the built framework only. */
async function descent(command: string, ...options: string[]): Promise<string> {
  const files = ['--course', join(folder, 'course.yaml'), '--out', join(folder, 'grades')];
  const all = [
    main,
    command,
    join(folder, 'submissions'),
    ...files,
    '--allow-level',
    'unprotected',
    ...options,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, all, { cwd: (await findKit()).root });
  return stdout;
}

async function writeCourse(points: number): Promise<void> {
  const lines = ['schema: 1', 'title: A course', 'secret: correct horse battery staple', 'exercises:'];
  const exercises = EXERCISES.map((id) => `  - { id: ${id}, points: ${points} }`);
  await writeFile(join(folder, 'course.yaml'), [...lines, ...exercises].join('\n'));
}

it('grades several exercises, and a regrade keeps the gradebook until it is applied', async () => {
  for (const id of EXERCISES) {
    const { starters, solution, manifest } = await openExercise(await findKit(), id);
    const from = id === '02-line-gd' ? solution : starters;
    const files = await readFiles(from, manifest.files, id);
    const own = join(folder, 'submissions', 'ada', 'exercises', id);
    await mkdir(own, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text);
  }
  const older = { id: '02-line-gd', version: 99, checks: '0'.repeat(64) };
  const release = JSON.stringify({ schema: 1, exercises: [older], files: {} });
  await writeFile(join(folder, 'submissions', 'ada', 'release.json'), release);
  const path = join(folder, 'grades', 'gradebook.json');
  await writeCourse(10);
  const otherVersion = 'made with version 99 of the exercise; it is now version 1';
  expect(await descent('grade')).toContain(`  02-line-gd was ${otherVersion}: ada\n`);
  const { rows } = await readGradebook(join(folder, 'grades'));
  expect(
    rows.map(({ student, cells }) => [student, cells.map(({ state, points }) => `${state} ${points}`)]),
  ).toEqual([['ada', ['graded 10', 'not started 0']]]);

  await writeCourse(20);
  const before = await readFile(path, 'utf8');
  expect(await descent('regrade')).toContain('1 up, 0 down, 0 with the same points');
  expect(await readFile(path, 'utf8')).toBe(before);
  expect(await descent('regrade', '--apply')).toContain('Applied.');
  expect((await readGradebook(join(folder, 'grades'))).rows[0]!.points).toBe(20);
  expect(await descent('regrade')).toContain('No grade changes.');
});
