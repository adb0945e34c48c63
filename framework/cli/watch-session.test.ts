import { rmSync } from 'node:fs';
import { Chalk } from 'chalk';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { returns } from '../grading/check/returned.ts';
import { expect as expectStudent } from '../grading/expect/expect.ts';
import type { SightedCheckFile } from '../grading/grade/list-checks.ts';
import type { Exercise } from '../grading/kit/kit.ts';
import { openProgress } from '../grading/kit/progress.ts';
import { makeTestKit, type TestKit } from '../grading/kit/test-kit.ts';
import { createWorkRunner } from '../grading/kit/work-runner.ts';
import { createWatchSession, type WatchSession } from './watch-session.ts';

const FILE = 'exercises/02-twice/exercise.ts';
const answer = (body: string): string => `export function twice(x: number): number {\n  ${body}\n}\n`;

const CHECKS: SightedCheckFile = {
  id: '02-twice',
  visibility: 'visible',
  exports: { twice: returns.number },
  define: ({ check, student }) => {
    check('twice three', { task: 1, points: 3, hint: 'Is it 3 + 3?' }, async () => {
      expectStudent(await student.twice!(3), 'twice(3)').toBe(6);
    });
  },
};

const runner = createWorkRunner((exercise) => Promise.resolve([{ ...CHECKS, id: exercise.manifest.id }]));
afterAll(() => runner.close());

let kit: TestKit;
let exercises: readonly Exercise[];
let session: WatchSession | undefined;
/** What the screen shows. */
let screen = '';
let runs = 0;
beforeEach(async () => {
  kit = makeTestKit();
  ({ exercises } = await kit.open());
  screen = '';
  runs = 0;
});
afterEach(() => session?.close());

const begin = async (hasKeys = true): Promise<WatchSession> => {
  const terminal = {
    hasKeys,
    write: (text: string) => void (screen += text),
    clear: () => void (screen = ''),
    onKey: () => () => undefined,
  };
  session = createWatchSession({
    root: kit.root,
    exercises,
    first: exercises[0]!,
    terminal,
    progress: openProgress(kit.root, terminal.write),
    // It stays for the next test.
    runner: {
      ...runner,
      run: (...given) => {
        runs++;
        return runner.run(...given);
      },
      close: () => Promise.resolve(),
    },
    style: new Chalk({ level: 0 }),
    now: () => new Date(2026, 0, 1, 12, 30, 5),
  });
  await session.idle();
  return session;
};
const save = async (text: string): Promise<void> => {
  kit.write(FILE, text);
  session!.saved(exercises[0]!);
  await session!.idle();
};
const press = async (keys: string): Promise<void> => {
  for (const key of keys) expect(session!.press(key)).toBeUndefined();
  await session!.idle();
};
const points = () => /(\d+ of \d+) points/.exec(screen)?.[1];

describe('a session', () => {
  it('begins with where the exercise is, and shows the card when the file is saved', async () => {
    await begin();
    expect(screen).toMatchInlineSnapshot(`
      "02  Twice  not started

          lesson  exercises/02-twice/README.md
          edit    exercises/02-twice/exercise.ts

      Waiting for you to save exercise.ts.

      n next · h hint · l list · a all · r reset · q quit
      "
    `);
    await save(answer('return x + x;'));
    expect(screen).toMatchInlineSnapshot(`
      "02  Twice                                          3 of 3 points, 2 graded later
      ████████████████████████████████████████████████████████████████████████████████

       1  Twice                                                                 3 of 3
          ✓ twice three                                                         3 of 3
       2  Four times                                                            0 of 2
          · hidden checks                                             graded later   2

      All visible checks pass. Hidden ones decide about 2 more points when you hand in.
      Next:  05  A sum
      tested at 12:30:05

      n next · h hint · l list · a all · r reset · q quit
      "
    `);
    await save(answer('return x;'));
    expect(screen).toMatchInlineSnapshot(`
      "02  Twice                                          0 of 3 points, 2 graded later
      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  Twice                                                                 0 of 3
          ✗ twice three                                                         0 of 3
            twice(3)
              expected  6
              got       3
              call      twice(3)
              hint      Is it 3 + 3?

       2  Four times                                                            0 of 2
          · hidden checks                                             graded later   2

      tested at 12:30:05

      n next · h hint · l list · a all · r reset · q quit
      "
    `);
  });

  it('offers no keys where there are none', async () => {
    await begin(false);
    await save(answer('return 2 * x;'));
    expect(points()).toBe('3 of 3');
    expect(screen).not.toContain('quit');
  });

  it('runs once for the several events of one save', async () => {
    await begin();
    kit.write(FILE, answer('return 2 * x;'));
    for (let event = 0; event < 3; event++) session!.saved(exercises[0]!);
    await session!.idle();
    session!.saved(exercises[0]!);
    await session!.idle();
    expect(runs).toBe(1);
    await save(answer('return 2 * x;'));
    expect(runs).toBe(2);
  });

  it('kills the run of an older save', async () => {
    await begin();
    kit.write(FILE, answer('for (;;);'));
    session!.saved(exercises[0]!);
    await save(answer('return 2 * x;'));
    expect(points()).toBe('3 of 3');
    // What was killed comes to nothing later, too.
    expect((await openProgress(kit.root, () => undefined).load()).exercises['02-twice']).toMatchObject({
      points: 3,
    });
  });

  it('goes on when the file is deleted and made anew, or cannot be read', async () => {
    await begin();
    rmSync(kit.path(FILE));
    session!.saved(exercises[0]!);
    await session!.idle();
    expect(screen).toBe(
      `${FILE}  the file is missing\n  fix       Bring back the starter with: npx descent reset 02\nn next · h hint · l list · a all · r reset · q quit\n`,
    );
    await save('export function twice( {\n');
    expect(screen).toContain('exercise.ts could not be loaded, so nothing was checked.');
    await save(answer('return 2 * x;'));
    expect(points()).toBe('3 of 3');
  });
});

describe('keys', () => {
  it('h shows the next hint of the task that is open', async () => {
    await begin();
    await press('h');
    expect(screen).toContain('Task 1  Twice\n  hint 1 of 3  What is x + x?\n');
    await press('hh');
    expect(screen).toContain('  hint 3 of 3  Return 2 times x.\n  There are no further hints.');
  });

  it('n goes to the next exercise and stays at the last', async () => {
    await begin();
    await press('n');
    expect(screen).toContain('05  A sum  not started\n');
    await press('n');
    expect(screen).toContain('That was the last exercise.\n');
  });

  it('a tests what is started, and lists it; l lists', async () => {
    kit.write(FILE, answer('return 2 * x;'));
    kit.write('exercises/05-sum/exercise.ts', 'export const sum = 1;\n');
    await begin();
    await press('a');
    expect(screen).toContain('2 of 2 started, 1 done\n');
    expect(screen).toMatch(/02 {2}Twice {35}███████░░░░░ {4}3 of 5 {2}done\n/);
    expect(screen).toMatch(/05 {2}A sum {35}░░░░░░░░░░░░ {4}0 of 1\n/);
    kit.write(FILE, answer('return x;'));
    await press('l');
    expect(screen).toMatch(/02 {2}Twice .* 3 of 5 {2}changed\n/);
  });

  it('r asks, keeps a backup, and starts over', async () => {
    await begin();
    const mine = answer('return 2 * x;');
    await save(mine);
    await press('r');
    expect(screen).toContain('\nStart 02-twice over? Your file is kept as a backup. y/N ');
    await press('n');
    expect(kit.read(FILE)).toBe(mine);
    await press('ry');
    expect(screen).toContain(
      '02-twice is as it came.\n  your file is now exercises/02-twice/exercise.backup-1.ts\n',
    );
    expect(kit.read('exercises/02-twice/exercise.backup-1.ts')).toBe(mine);
    session!.saved(exercises[0]!);
    await session!.idle();
    expect(screen).toContain('02-twice is as it came.\n');
  });

  it('q and the end of input quit, Ctrl-C interrupts, anything else does nothing', async () => {
    await begin();
    const shown = screen;
    expect(['q', '\u0004', '\u0003'].map((key) => session!.press(key))).toEqual([
      'quit',
      'quit',
      'interrupted',
    ]);
    await press('x?7');
    expect(screen).toBe(shown);
  });
});
