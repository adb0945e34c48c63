import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeTestKit, TWICE_SOLUTION, TWICE_STARTER, type TestKit } from '../grading/kit/test-kit.ts';
import { untilItComputes } from './test-busy-child.ts';

// The command as students run it: built, in a process of its own.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const FILE = 'exercises/02-twice/exercise.ts';
const PAGE = '.descent/pictures/02-twice.html';
const ENVIRONMENT = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

const PICTURES = `import { definePictures, pure, returns } from 'descent/grading';

const dots = (value: number, color: string) => ({
  width: 560,
  data: { values: [{ x: value }] },
  mark: { type: 'point', clip: true, color },
  encoding: { x: { field: 'x', type: 'quantitative' } },
});

export const pictures = definePictures({ twice: pure(returns.number), fourTimes: pure(returns.number) }, {
  doubled: {
    title: 'Doubled',
    description: 'A dot at <6>.',
    draw: async ({ student, color }) => dots(await student.twice(3), color.first),
  },
  'four-times': {
    title: 'Four times',
    description: 'A dot anywhere.',
    draw: async ({ student, stream, color }) => dots(await student.fourTimes(stream('x').uniform()), color.second),
  },
});
`;

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
  kit.write('graders/02-twice/pictures.ts', PICTURES);
  const manifest = kit.read('exercises/02-twice/exercise.yaml');
  kit.write('exercises/02-twice/exercise.yaml', `${manifest}pictures: [doubled, four-times]\n`);
});

function show(...command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'show', ...command], {
    cwd: kit.root,
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  return { status, stdout, stderr };
}

/** The last two lines, which say where the page is. */
function whereText(page = PAGE): string {
  return `\npage  ${page}\nopen  ${pathToFileURL(join(kit.root, ...page.split('/'))).href}\n`;
}

describe('descent show', () => {
  it('draws every picture, and says where the page is', () => {
    kit.write(FILE, `\ufeff${TWICE_SOLUTION.replaceAll('\n', '\r\n')}`);
    expect(show('twice')).toEqual({
      status: 0,
      stderr: '',
      stdout: `02  Twice                                                             2 pictures

    ✓ Doubled
    ✓ Four times
${whereText()}`,
    });
    expect(kit.read(PAGE).match(/<svg /g)).toHaveLength(2);
  });

  it('draws other data for another seed, and the same for the same', () => {
    kit.write(FILE, TWICE_SOLUTION);
    const pages = [
      ['--out', 'a.html'],
      ['--seed', '1', '--out', 'b.html'],
      ['--seed', '2', '--out', 'c.htm'],
    ].map((options) => {
      const page = options.at(-1);
      expect(show('2', ...options).stdout).toContain(whereText(page));
      return kit.read(page!);
    });
    expect(pages[1]).toBe(pages[0]);
    expect(pages[2]).toContain('follow from the seed 2.');
    expect(pages[2]!.replace('seed 2.', 'seed 1.')).not.toBe(pages[0]);
    expect(existsSync(kit.path('.descent'))).toBe(false);
  });

  it('says where to begin with what is not started, and which task is first', () => {
    expect(show('02')).toEqual({
      status: 1,
      stderr: '',
      stdout: `02  Twice  not started

    lesson  exercises/02-twice/README.md
    edit    exercises/02-twice/exercise.ts
    first   task 1, Twice
    then    npx descent show 02

`,
    });
    expect(existsSync(kit.path('.descent'))).toBe(false);
  });

  it('draws what it can, and says what is still to be written', () => {
    kit.write(FILE, TWICE_STARTER.replace(/throw.*twice x'\);/, "console.log('x is', x);\n  return 2 * x;"));
    expect(show('2')).toEqual({
      status: 1,
      stderr: '',
      stdout: `02  Twice                                                        1 of 2 pictures

    ✓ Doubled
        your console.log
        │ x is 3
    ○ Four times
      exercise.ts:11:9 is still to be written: Task 2: twice, twice
${whereText()}`,
    });
  });

  it('exits with 3 for a fault of a picture, and does not blame the student', () => {
    kit.write(FILE, TWICE_SOLUTION);
    kit.write('graders/02-twice/pictures.ts', PICTURES.replace("type: 'point'", "type: 'pint'"));
    const { status, stdout } = show('2');
    expect(stdout).toContain('    ! Doubled\n      It broke: ');
    expect(stdout).toContain('\n      It costs you nothing. Please tell whoever gave you this exercise.\n');
    expect(status).toBe(3);
  });

  it('draws the solution where there is one', () => {
    const { status, stdout } = show('2', '--solution');
    expect(stdout).toContain('2 pictures\n');
    expect(kit.read(PAGE)).toContain('Drawn by <code>solutions/02-twice/exercise.ts</code>: 2 pictures.');
    expect(status).toBe(0);
    rmSync(kit.path('solutions'), { recursive: true });
    expect(show('2', '--solution')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'solutions/02-twice/exercise.ts  there is no such file\n  fix       Check the name and the folder.\n',
    });
  });

  it('answers what cannot be shown with exit code 2', () => {
    kit.write(FILE, TWICE_SOLUTION);
    mkdirSync(kit.path('folder.html'));
    const wrong: [string[], string][] = [
      [['twise'], 'command line  there is no exercise "twise". Did you mean "twice"?\n'],
      [['5'], 'command line  05-sum has no pictures\n  fix       These have: 02-twice.\n'],
      [
        ['2', '--out', FILE],
        `command line  "${FILE}" is no name for a page\n  fix       Call it ${FILE}.html\n`,
      ],
      [['2', '--out', 'no/where.html'], 'no/where.html: there is no such file or folder (ENOENT).\n'],
      [['2', '--out', 'folder.html'], 'folder.html: it is a folder, not a file (EISDIR).\n'],
    ];
    for (const [command, stderr] of wrong) {
      expect(show(...command)).toEqual({ status: 2, stdout: '', stderr });
    }
    rmSync(kit.path('graders'), { recursive: true });
    expect(show('2').stderr).toBe(
      'command line  02-twice has no pictures\n  fix       This kit came without pictures.ts of its exercises.\n',
    );
  });

  it.skipIf(process.platform === 'win32')('ends with 130 on Ctrl-C, and writes no page', async () => {
    kit.write(FILE, TWICE_SOLUTION.replace('return 2 * x', 'for (;;); return 2 * x'));
    const manifest = kit.read('exercises/02-twice/exercise.yaml');
    kit.write('exercises/02-twice/exercise.yaml', `${manifest}limits: { seconds: 600 }\n`);
    const child = spawn(process.execPath, [COMMAND, 'show', '2'], { cwd: kit.root, env: ENVIRONMENT });
    onTestFinished(() => void child.kill());
    const ended = new Promise((resolve) => child.on('close', resolve));
    await untilItComputes(child.pid!);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(kit.path(PAGE))).toBe(false);
  });
});
