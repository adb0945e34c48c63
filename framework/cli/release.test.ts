import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';

// The command as organisers run it: built, in this repository.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const release = (...options: string[]) => descent(ROOT, 'release', ...options);

function descent(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

it('a release is written, installed as a stranger would, tested and solved', () => {
  const out = join(realpathSync(mkdtempSync(join(tmpdir(), 'descent-kit-'))), 'kit');
  const { status, stdout, stderr } = release('--out', out, '--exercises', '02', '--zip');
  expect(stderr).toBe('');
  expect(stdout.split('\n').slice(1)).toEqual([
    'tried    npm ci',
    'tried    npm test, with nothing started',
    'tried    the solutions of 1 exercise, which get every visible point',
    'tried    the pictures of 1 exercise, which are drawn',
    `written  ${out}.zip`,
    '',
  ]);
  expect(status).toBe(0);

  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Record<string, unknown>;
  expect(read('package.json').dependencies).toEqual({
    descent: expect.stringMatching(/^file:descent-.*\.tgz$/) as unknown,
  });
  expect(existsSync(join(out, 'graders', '02-line-gd', 'pictures.ts'))).toBe(true);
  expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain(
    '\nnpx descent show 02       pictures of what your code does, as a page for your browser\n',
  );
  expect(read('release.json')).toMatchObject({ schema: 1, exercises: [{ id: '02-line-gd' }] });
  expect(existsSync(join(out, 'graders', '02-line-gd', 'hidden.grader.ts'))).toBe(false);
  expect(existsSync(join(out, 'node_modules'))).toBe(false);
  const zipped = Object.keys(unzipSync(readFileSync(`${out}.zip`)));
  expect(zipped).toContain('kit/exercises/02-line-gd/exercise.ts');

  rmSync(out, { recursive: true });
  expect(release('--out', out, '--zip')).toEqual({
    status: 2,
    stdout: '',
    stderr: `${out}.zip  there is something of this name already\n  fix       Name a new folder.\n`,
  });
  expect(existsSync(out)).toBe(false);
});

it('a folder that holds something is left as it is', () => {
  const out = mkdtempSync(join(tmpdir(), 'descent-kit-'));
  writeFileSync(join(out, 'notes.txt'), 'mine');
  expect(release('--out', out)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${out}  the folder is not empty\n  fix       Name a new folder, or empty this one.\n`,
  });
});

it('a kit without visible checks has none, and its page says that they run later', () => {
  const out = join(realpathSync(mkdtempSync(join(tmpdir(), 'descent-kit-'))), 'kit');
  const { status, stderr } = release(
    '--out',
    out,
    '--exercises',
    '02',
    '--without-visible',
    '--without-trial',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(existsSync(join(out, 'graders'))).toBe(false);
  expect(readFileSync(join(out, 'README.md'), 'utf8')).toContain('The checks run when you have handed in.');

  const { stdout, ...tested } = descent(out, 'test', '02');
  expect({ stdout, ...tested }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'graders/02-line-gd  there are no checks of 02-line-gd here\n' +
      '  expected  visible.grader.ts or hidden.grader.ts\n' +
      '  fix       In a kit that came without checks nothing is missing: they run when you have handed in.\n',
  });
});
