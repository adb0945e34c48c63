import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { requireLevel } from '../isolation/require-level.ts';
import { findKit, openExercise } from '../kit/kit.ts';
import { readFiles } from '../kit/read-files.ts';
import { readGradebook } from './gradebook-file.ts';
import { gradeOpenClass, gradeWithoutWriting, openClass } from './open-class.ts';

const EXERCISES = ['02-line-gd', '05-perceptron'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-open-class-'));
});
afterEach(() => rm(folder, { recursive: true }));

it(
  'grades several exercises, and keeps the gradebook until it is told to write',
  { timeout: 60_000 },
  async () => {
    const kit = await findKit();
    for (const id of EXERCISES) {
      const { starters, manifest } = await openExercise(kit, id);
      const files = await readFiles(starters, manifest.files, 'starters');
      await mkdir(join(folder, 'submissions', 'ada', id), { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        await writeFile(join(folder, 'submissions', 'ada', id, name), text);
      }
    }
    const course = join(folder, 'course.yaml');
    const out = join(folder, 'grades');
    const open = async (points: number) => {
      const lines = ['schema: 1', 'title: A course', 'secret: correct horse battery staple', 'exercises:'];
      await writeFile(
        course,
        [...lines, ...EXERCISES.map((id) => `  - { id: ${id}, points: ${points} }`)].join('\n'),
      );
      return openClass({ submissions: join(folder, 'submissions'), out, course, exercises: [] });
    };
    const run = {
      parallel: 2,
      isolation: await requireLevel({ atLeast: 'unprotected' }),
      workerScript: createRequire(import.meta.url).resolve('#grade-worker'),
      onResult: () => undefined,
      onMissing: () => undefined,
    };
    const book = await gradeOpenClass(await open(10), run);
    expect(book!.rows.map(({ student, cells }) => [student, cells.map(({ state }) => state)])).toEqual([
      ['ada', ['not started', 'not started']],
    ]);
    expect(await readGradebook(out)).toEqual(book);
    const before = await readFile(join(out, 'gradebook.json'), 'utf8');
    const other = await gradeWithoutWriting(await open(20), run);
    expect(other!.maximumPoints).toBe(40);
    expect(await readFile(join(out, 'gradebook.json'), 'utf8')).toBe(before);
  },
);
