import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { makeTestKit, type TestKit } from '../grading/kit/test-kit.ts';

// The command as authors run it: built, in a process of its own.
const COMMAND = fileURLToPath(new URL('../bin/descent.js', import.meta.url));
const YAML = 'exercises/02-twice/exercise.yaml';
const LESSON = 'exercises/02-twice/README.md';
const DRAWN = 'exercises/02-twice/pictures/doubled.svg';
const PICTURES = 'graders/02-twice/pictures.ts';

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
  kit.write(YAML, `${kit.read(YAML)}pictures: [doubled]\n`);
  kit.write(LESSON, '# Twice\n\n<!-- tasks -->\n<!-- /tasks -->\n');
  kit.write(
    PICTURES,
    `import { definePictures, pure, returns } from 'descent/grading';

export const pictures = definePictures({ twice: pure(returns.number) }, {
  doubled: {
    title: 'Doubled',
    description: 'A dot at 6.',
    draw: async ({ student }) => ({
      data: { values: [{ x: await student.twice(3) }] },
      mark: 'point',
      encoding: { x: { field: 'x', type: 'quantitative' } },
    }),
  },
});
`,
  );
});

function docs(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'docs', 'twice', ...options], {
    cwd: kit.root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

it('writes the table and the pictures of a lesson, and nothing where they are as they should be', () => {
  expect(docs()).toEqual({ status: 0, stdout: `written  ${LESSON}\nwritten  ${DRAWN}\n`, stderr: '' });
  expect(kit.read(LESSON)).toContain('| visible checks (points)');
  expect(kit.read(DRAWN)).toContain('<title id="doubled-title">Doubled</title>');
  const upToDate = { status: 0, stdout: 'The tables and pictures of lessons are up to date.\n', stderr: '' };
  expect(docs()).toEqual(upToDate);
  expect(docs('--check')).toEqual(upToDate);

  kit.write(PICTURES, kit.read(PICTURES).replace('twice(3)', 'twice(4)'));
  expect(docs('--check')).toEqual({
    status: 2,
    stdout: '',
    stderr: `${DRAWN}  the solution draws another picture now\n  fix       Write it anew with: npx descent docs 02\n`,
  });
  expect(docs().stdout).toBe(`written  ${DRAWN}\n`);
});

it('says which picture cannot be drawn, and writes nothing of that exercise', () => {
  kit.write(
    'solutions/02-twice/exercise.ts',
    kit.read('solutions/02-twice/exercise.ts').replace('return 2 * x', "throw new Error('no ink')"),
  );
  expect(docs()).toEqual({
    status: 2,
    stdout: '',
    stderr: `${PICTURES}  the solution cannot be drawn: exercise.ts:6:9 threw Error: no ink\n`,
  });
  expect(kit.read(LESSON)).not.toContain('visible checks');
});
