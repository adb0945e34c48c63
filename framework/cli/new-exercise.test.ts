import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { TEMPLATES } from '../grading/validate/new-exercise.ts';

// The command as authors run it: built, in a process of its own, in a kit that has nothing yet.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'descent-new-')));
  mkdirSync(join(root, 'exercises'));
  symlinkSync(PACKAGES, join(root, 'node_modules'), 'junction');
});

function descent(...command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...command], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

it('an exercise from each template is proven at once', () => {
  for (const [index, template] of TEMPLATES.entries()) {
    const made = descent('new', 'exercise', `4${index}-${template}`, '--template', template);
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
  }
  const { status, stdout } = descent('validate', '--all', '--seeds', '3', '--junit', 'report.xml');
  expect(stdout.split('\n').filter((line) => line.startsWith('  ✗'))).toEqual([]);
  expect(stdout).toMatch(/\n4 exercises proven \(3 seeds\)\.\n$/);
  expect(status).toBe(0);
  expect(readFileSync(join(root, 'report.xml'), 'utf8').match(/<testcase /g)).toHaveLength(4 * 20);
});

it('says what was written and what comes next', () => {
  const { stdout } = descent(
    'new',
    'exercise',
    '50-mean',
    '--template',
    'debugging',
    '--title',
    'What (a) mean',
  );
  expect(stdout).toBe(`written  exercises/50-mean/README.md
written  exercises/50-mean/exercise.ts
written  exercises/50-mean/exercise.yaml
written  graders/50-mean/exports.ts
written  graders/50-mean/hidden.grader.ts
written  graders/50-mean/mutants/divides-by-three.ts
written  graders/50-mean/mutants/skips-the-last.ts
written  graders/50-mean/visible.grader.ts
written  solutions/50-mean/exercise.ts
written  starters/50-mean/exercise.ts

    edit    solutions/50-mean, then    npx descent sync 50
    edit    graders/50-mean and exercises/50-mean/exercise.yaml, then    npx descent docs 50
    prove   npx descent validate 50
`);
  expect(readFileSync(join(root, 'exercises', '50-mean', 'README.md'), 'utf8')).toMatch(
    /^# 50 · What \(a\) mean\n/,
  );
  expect(descent('docs', '50', '--check')).toEqual({
    status: 0,
    stdout: 'The tables and pictures of lessons are up to date.\n',
    stderr: '',
  });
});

it('notices a table of checks that is out of date, and renews it with the line ends that are there', () => {
  expect(descent('new', 'exercise', '51-sum', '--template', 'debugging').status).toBe(0);
  const lesson = join(root, 'exercises', '51-sum', 'README.md');
  const before = readFileSync(lesson, 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(lesson, before.replace('the mean of three numbers (1)', 'the mean of three numbers (9)'));
  expect(descent('docs', '51', '--check')).toEqual({
    status: 2,
    stdout: '',
    stderr: `exercises/51-sum/README.md  the table of tasks is not up to date
  fix       Write it anew with: npx descent docs 51
`,
  });
  expect(descent('docs', '51').stdout).toBe('written  exercises/51-sum/README.md\n');
  expect(readFileSync(lesson, 'utf8')).toBe(before);
});

it('refuses what would overwrite something, and wrong names, all at once', () => {
  mkdirSync(join(root, 'solutions', '60-left'), { recursive: true });
  mkdirSync(join(root, 'exercises', '61-taken'));
  const refused = (...words: string[]) => {
    const { status, stderr } = descent('new', 'exercise', ...words);
    expect(status).toBe(2);
    return stderr;
  };
  expect(refused('Mean', '--template', 'debuging', '--title', 'a: b'))
    .toBe(`command line  "Mean" is no name for an exercise
  expected  two digits and small letters, digits and hyphens, such as 33-my-topic

command line  there is no template "debuging". Did you mean "debugging"?

command line  "a: b" is no title
  expected  letters, digits, spaces and , . ( ) ? ! -
`);
  expect(refused('61-taken', '--template', 'training'))
    .toBe(`command line  the exercise 61-taken exists already
  fix       The next free number is 01.
`);
  expect(refused('61-other', '--template', 'training'))
    .toBe(`command line  the number of 61-other belongs to 61-taken
  fix       The next free number is 01.
`);
  expect(refused('60-left', '--template', 'training')).toBe('solutions/60-left  the folder exists already\n');
  expect(existsSync(join(root, 'exercises', '60-left'))).toBe(false);
});
