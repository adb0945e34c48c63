import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeTestKit, TWICE_SOLUTION, TWICE_STARTER, type TestKit } from '../grading/kit/test-kit.ts';
import type { ExerciseResult } from '../grading/result/result.ts';
import { untilItComputes } from './test-busy-child.ts';

// The command as students run it: built, in a process of its own.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const FILE = 'exercises/02-twice/exercise.ts';
const ENVIRONMENT = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
});

function descent(...command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...command], {
    cwd: kit.root,
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  return { status, stdout, stderr };
}

describe('descent test', () => {
  it('says where to begin with what is not started', () => {
    expect(descent('test', 'TWICE')).toEqual({
      status: 0,
      stderr: '',
      stdout:
        '02  Twice  not started\n\n    lesson  exercises/02-twice/README.md\n    edit    exercises/02-twice/exercise.ts\n    then    npx descent watch 02\n\n',
    });
  });

  it('shows the card of an answer, and exits with 1 while points are missing', () => {
    kit.write(FILE, TWICE_STARTER.replace(/throw.*twice x'\);/, "console.log('x is', x);\n  return 3 * x;"));
    const { status, stdout, stderr } = descent('test', '2');
    expect(stderr).toBe('');
    expect(stdout).toMatchInlineSnapshot(`
      "02  Twice                                                          0 of 5 points
      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  Twice                                                                 0 of 3
          ✗ twice three                                                         0 of 2
            twice(3)
              expected  6
              got       9
              call      twice(3)
              your console.log
              │ x is 3
              hint      Is it 3 + 3?

          ✗ twice anything (hidden)                                             0 of 1
              your console.log
              │ x is 0.639253637986489
       2  Four times                                                            0 of 2
          – four times three: needs "twice three"                               0 of 2

          Only the first ✗ is explained: mend it, and the next one has its turn.

      A hint:  npx descent hint 02
      "
    `);
    expect(status).toBe(1);
  });

  it('exits with 0 when all is right, and names the next exercise', () => {
    kit.write(FILE, `\ufeff${TWICE_SOLUTION.replaceAll('\n', '\r\n')}`);
    const { status, stdout } = descent('test', '02');
    expect(stdout).toContain('5 of 5 points\n');
    expect(stdout).toMatch(/\nAll points\. Next: {2}05 {2}A sum\n$/);
    expect(status).toBe(0);
  });

  it('prints results as JSON, of all exercises without names', () => {
    kit.write(FILE, TWICE_SOLUTION);
    const { status, stdout } = descent('test', '--json');
    const results = JSON.parse(stdout) as ExerciseResult[];
    expect(results.map(({ exercise, state, points }) => [exercise.id, state, points])).toEqual([
      ['02-twice', 'graded', 5],
      ['05-sum', 'not started', 0],
    ]);
    expect(status).toBe(0);
  });

  it('exits with 3 when a check is broken, and does not blame the student', () => {
    kit.write(FILE, TWICE_SOLUTION);
    const grader = kit.read('graders/02-twice/hidden.grader.ts');
    kit.write('graders/02-twice/hidden.grader.ts', grader.replace('2 * x)', '(undefined as never)[x])'));
    const { status, stdout } = descent('test', '2');
    expect(stdout).toContain(
      '    ! twice anything: a fault of this check, not of yours                 0 of 1\n',
    );
    expect(status).toBe(3);
  });

  it('answers names that it does not know with a guess', () => {
    expect(descent('test', 'twise')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'command line  there is no exercise "twise". Did you mean "twice"?\n',
    });
    expect(descent('test', '02', '--jsno')).toMatchObject({
      status: 2,
      stderr: "error: unknown option '--jsno'\n(add --help for the options)\n",
    });
  });

  it.skipIf(process.platform === 'win32')('ends with 130 on Ctrl-C, and so does what it runs', async () => {
    kit.write(FILE, TWICE_SOLUTION.replace('return 2 * x', "console.log('here'); for (;;); return 2 * x"));
    const manifest = kit.read('exercises/02-twice/exercise.yaml');
    kit.write('exercises/02-twice/exercise.yaml', `${manifest}limits: { seconds: 600 }\n`);
    const child = spawn(process.execPath, [COMMAND, 'test', '2'], { cwd: kit.root, env: ENVIRONMENT });
    onTestFinished(() => void child.kill());
    const ended = new Promise((resolve) => child.on('close', resolve));
    await untilItComputes(child.pid!);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

describe('descent watch', () => {
  it.skipIf(process.platform === 'win32')('runs without a terminal, and ends with Ctrl-C', async () => {
    const child = spawn(process.execPath, [COMMAND, 'watch'], { cwd: kit.root, env: ENVIRONMENT });
    let stdout = '';
    let wake = (): void => undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      wake();
    });
    const shown = async (text: string): Promise<void> => {
      while (!stdout.includes(text)) await new Promise<void>((resolve) => (wake = resolve));
      stdout = '';
    };
    onTestFinished(() => void child.kill());
    const ended = new Promise((resolve) => child.on('close', resolve));
    await shown('Waiting for you to save exercise.ts.\n');
    kit.write(FILE, TWICE_SOLUTION.replace('2 * x', 'x + 2'));
    await shown('0 of 5 points');
    kit.write(FILE, TWICE_SOLUTION);
    await shown('All points. Next:  05  A sum\n');
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });
});

describe('descent list, hint, reset and sync', () => {
  it('remember what was reached', () => {
    expect(descent('list').stdout).toMatch(/^0 of 2 started, 0 done\n\n {2}02 {2}Twice {35}░{12}\n/);
    kit.write(FILE, TWICE_SOLUTION.replace('twice(twice(x))', 'x'));
    expect(descent('list').stdout).toMatch(/^1 of 2 started, 0 done\n\n {2}02 {2}Twice .*not tested\n/);
    descent('test', '2');
    expect(descent('list').stdout).toMatch(
      /^1 of 2 started, 0 done\n\n {2}02 {2}Twice {35}█{7}░{5} {4}3 of 5\n/,
    );
    expect(descent('hint', '2').stdout).toBe('Task 2  Four times\n  hint 1 of 3  Twice what?\n');
    expect(descent('hint', '2').stdout).toBe('Task 2  Four times\n  hint 2 of 3  twice(…) of twice(x)\n');
    expect(descent('hint', '2', '1').stdout).toBe('Task 1  Twice\n  hint 1 of 3  What is x + x?\n');
    expect(descent('hint', '2', '3')).toMatchObject({
      status: 2,
      stderr: 'command line  02-twice has no task 3\n  expected  a task from 1 to 2\n',
    });
    kit.write('.descent/progress.json', 'damaged');
    const list = descent('list');
    expect(list.stderr).toMatch(/progress\.json cannot be read, so progress is counted anew\.\n$/);
    expect(list.status).toBe(0);
  });

  it('start over only when told to, with a backup', () => {
    expect(descent('reset', '2').stdout).toBe('02-twice is as it came.\n');
    kit.write(FILE, TWICE_SOLUTION);
    expect(descent('reset', '2')).toMatchObject({
      status: 2,
      stderr:
        'command line  nobody is here to be asked\n  fix       Add --yes to start over without asking.\n',
    });
    expect(kit.read(FILE)).toBe(TWICE_SOLUTION);
    expect(descent('reset', '2', '--yes').stdout).toBe(
      '02-twice is as it came.\n  your file is now exercises/02-twice/exercise.backup-1.ts\n',
    );
    expect(kit.read(FILE)).toBe(TWICE_STARTER);
  });

  it('make starters, and leave work alone', () => {
    kit.write(FILE, 'mine\n');
    kit.write('solutions/02-twice/exercise.ts', `${TWICE_SOLUTION}// More.\n`);
    expect(descent('sync')).toEqual({
      status: 0,
      stderr: '',
      stdout:
        'written  starters/02-twice/exercise.ts\nkept     exercises/02-twice/exercise.ts: it holds work of somebody (--force overwrites it, with a backup)\n',
    });
    expect(descent('sync', '2', '--force').stdout).toBe(
      'written  exercises/02-twice/exercise.ts (what was there is now exercises/02-twice/exercise.backup-1.ts)\n',
    );
    expect(descent('sync').stdout).toBe('The starter is up to date.\n');
  });
});
