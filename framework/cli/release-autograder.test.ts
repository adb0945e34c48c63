import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';

// The command as instructors run it: built, in this repository.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'descent-autograder-')));

function release(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'release', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

function writeCourse(exercise: string): string {
  const path = join(folder, `${exercise}.yaml`);
  writeFileSync(
    path,
    [
      'schema: 1',
      'title: Summer school',
      'secret: correct horse battery staple',
      `exercises: [{ id: ${exercise}, points: 12, due: 2026-12-01T18:00:00Z }]`,
      'late: { perDay: 0.5 }',
    ].join('\n'),
  );
  return path;
}

// .ci/run lets the command try the scripts, too: that takes an installation.
it('an autograder for Gradescope holds what grading needs, and nothing that solves the exercise', () => {
  const out = join(folder, 'autograder.zip');
  const course = writeCourse('02-line-gd');
  const { status, stdout, stderr } = release(
    '--gradescope',
    '02',
    '--out',
    out,
    '--course',
    course,
    '--without-trial',
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /: 02-line-gd, \d+ files, \d\.\d MB; hidden data drawn from the secret of .*02-line-gd\.yaml\n/,
  );
  expect(stdout).toContain('a programming assignment of 12 points,');
  expect(status).toBe(0);

  const files = unzipSync(readFileSync(out));
  const paths = Object.keys(files);
  expect(paths).toEqual(expect.arrayContaining(['setup.sh', 'run_autograder']));
  expect(paths).toContain('kit/graders/02-line-gd/hidden.grader.ts');
  expect(paths.filter((path) => /solutions|mutants/.test(path))).toEqual([]);
  // The due date stays behind: the platform judges lateness itself.
  expect(new TextDecoder().decode(files['kit/course.yaml'])).toBe(
    'schema: 1\ntitle: Summer school\nsecret: correct horse battery staple\nexercises:\n  - id: 02-line-gd\n    points: 12\n',
  );

  expect(release('--gradescope', '02', '--out', out)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${out}  there is something of this name already\n  fix       Name a new file.\n`,
  });
});

it('an autograder is refused for a course without the exercise', () => {
  const course = writeCourse('05-perceptron');
  const out = join(folder, 'none.zip');
  expect(release('--gradescope', '02', '--out', out, '--course', course)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${course}  the exercise 02-line-gd is not in this course\n  fix       Add it to "exercises", or name another course with --course.\n`,
  });
  expect(existsSync(out)).toBe(false);
});
