import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProblemsError } from '../../document/problem.ts';
import { hasStarted, readWork } from './work.ts';
import { resetExercise } from './reset.ts';
import { syncExercise } from './sync.ts';
import { makeTestKit, TWICE_SOLUTION, TWICE_STARTER, type TestKit } from './test-kit.ts';

const FILE = 'exercises/02-twice/exercise.ts';
const STARTER = 'starters/02-twice/exercise.ts';
const CHANGED = TWICE_SOLUTION.replace('twice x', 'two times x');

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
});
const twice = async () => (await kit.open()).exercises[0]!;

describe('sync', () => {
  it('changes nothing where starters are up to date', async () => {
    expect(await syncExercise(await twice(), false)).toEqual([
      { path: STARTER, state: 'unchanged' },
      { path: FILE, state: 'unchanged' },
    ]);
  });

  it('renews the starter and an exercise that nobody has started', async () => {
    kit.write('solutions/02-twice/exercise.ts', CHANGED);
    expect(await syncExercise(await twice(), false)).toEqual([
      { path: STARTER, state: 'written' },
      { path: FILE, state: 'written' },
    ]);
    expect(kit.read(FILE)).toBe(TWICE_STARTER.replace('twice x', 'two times x'));
    expect(await hasStarted(await twice())).toBe(false);
  });

  it("keeps somebody's work, and overwrites it with a backup when forced to", async () => {
    kit.write(FILE, 'my work\n');
    kit.write('solutions/02-twice/exercise.ts', CHANGED);
    expect(await syncExercise(await twice(), false)).toEqual([
      { path: STARTER, state: 'written' },
      { path: FILE, state: 'kept' },
    ]);
    expect(kit.read(FILE)).toBe('my work\n');
    const backup = kit.path('exercises/02-twice/exercise.backup-1.ts');
    expect(await syncExercise(await twice(), true)).toEqual([
      { path: STARTER, state: 'unchanged' },
      { path: FILE, state: 'written', backup },
    ]);
    expect(kit.read('exercises/02-twice/exercise.backup-1.ts')).toBe('my work\n');
    expect(kit.read(FILE)).toBe(kit.read(STARTER));
  });

  it('refuses a solution without markers', async () => {
    kit.write('solutions/02-twice/exercise.ts', 'export const twice = 2;\n');
    await expect(syncExercise(await twice(), false)).rejects.toMatchObject({
      problems: [
        {
          file: 'solutions/02-twice/exercise.ts',
          message: 'nothing is marked as the solution, so the starter would be the solution',
          fix: 'Write BEGIN SOLUTION and END SOLUTION around what students are to write.',
        },
      ],
    });
  });
});

describe('an exercise', () => {
  it('is not started while its file equals the starter, line ends and byte order mark aside', async () => {
    kit.write(FILE, `\ufeff${TWICE_STARTER.replaceAll('\n', '\r\n')}`);
    expect(await readWork(await twice())).toEqual({
      files: { 'exercise.ts': TWICE_STARTER },
      isStarted: false,
    });
    kit.write(FILE, `${TWICE_STARTER} `);
    expect(await hasStarted(await twice())).toBe(true);
  });

  it('is reset with a backup each time, and brought back when it is missing', async () => {
    const exercise = await twice();
    kit.write(FILE, 'first\n');
    expect(await resetExercise(exercise)).toEqual([kit.path('exercises/02-twice/exercise.backup-1.ts')]);
    kit.write(FILE, 'second\n');
    expect(await resetExercise(exercise)).toEqual([kit.path('exercises/02-twice/exercise.backup-2.ts')]);
    expect(kit.read('exercises/02-twice/exercise.backup-1.ts')).toBe('first\n');
    expect(kit.read('exercises/02-twice/exercise.backup-2.ts')).toBe('second\n');
    expect(kit.read(FILE)).toBe(TWICE_STARTER);
  });

  it('says how to get a missing file back', async () => {
    const exercise = await twice();
    rmSync(kit.path(FILE));
    expect(await hasStarted(exercise)).toBe(false);
    const error: unknown = await readWork(exercise).catch((thrown: unknown) => thrown);
    expect((error as ProblemsError).problems).toEqual([
      {
        file: FILE,
        message: 'the file is missing',
        fix: 'Bring back the starter with: npx descent reset 02',
      },
    ]);
    expect(await resetExercise(exercise)).toEqual([]);
    expect(kit.read(FILE)).toBe(TWICE_STARTER);
  });
});
