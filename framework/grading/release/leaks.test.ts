import { beforeEach, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { makeTestKit, type TestKit } from '../kit/test-kit.ts';
import { exerciseFiles } from './kit-files.ts';
import { findLeaks } from './leaks.ts';

const LESSON = 'exercises/02-twice/README.md';
const VISIBLE = 'graders/02-twice/visible.grader.ts';

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
  kit.write(LESSON, '# Twice\n\nOne hidden check is "twice anything".\n');
  kit.write(
    'solutions/02-twice/exercise.ts',
    kit.read('solutions/02-twice/exercise.ts').replace('return 2 * x;', 'const sum = x + x;\n  return sum;'),
  );
});

async function leaks(change: (files: Map<string, Uint8Array>) => void = () => undefined): Promise<string> {
  const { exercises } = await kit.open();
  const files = await exerciseFiles(exercises, { isVisible: true });
  change(files);
  return formatProblems(await findLeaks(files, exercises));
}

it('takes what students get, and nothing that they must not', async () => {
  kit.write('graders/02-twice/exports.ts', 'export const three = 3;\n');
  kit.write('graders/02-twice/secret.ts', 'export const six = 6;\n');
  kit.write('exercises/02-twice/pictures/line.svg', '<svg/>');
  kit.write('exercises/02-twice/exercise.backup-1.ts', 'mine');
  kit.write('exercises/02-twice/exercise.ts', 'my own work');
  kit.write('datasets/points/draw.ts', 'export const draw = 1;\n');
  kit.write(VISIBLE, `import './exports.ts';\nimport '../../datasets/points/draw.ts';\n${kit.read(VISIBLE)}`);
  const { exercises } = await kit.open();
  const files = await exerciseFiles([exercises[0]!], { isVisible: true });
  expect([...files.keys()].sort()).toEqual([
    'datasets/points/draw.ts',
    'exercises/02-twice/README.md',
    'exercises/02-twice/exercise.ts',
    'exercises/02-twice/exercise.yaml',
    'exercises/02-twice/pictures/line.svg',
    'graders/02-twice/exports.ts',
    'graders/02-twice/visible.grader.ts',
    'starters/02-twice/exercise.ts',
  ]);
  expect(new TextDecoder().decode(files.get('exercises/02-twice/exercise.ts'))).toBe(
    kit.read('starters/02-twice/exercise.ts'),
  );
  const without = await exerciseFiles([exercises[0]!], { isVisible: false });
  expect([...without.keys()].filter((path) => path.startsWith('graders/'))).toEqual([]);
});

it('finds nothing in a kit that gives nothing away', async () => {
  expect(await leaks()).toBe('');
});

it('finds files that are not for students', async () => {
  expect(
    await leaks((files) => {
      for (const path of [
        'solutions/02-twice/exercise.ts',
        'graders/a/hidden.grader.ts',
        'graders/a/mutants/b.ts',
      ])
        files.set(path, new Uint8Array());
    }),
  ).toBe(`solutions/02-twice/exercise.ts  this file is not for students

graders/a/hidden.grader.ts  this file is not for students

graders/a/mutants/b.ts  this file is not for students`);
});

it('finds five words of a solution in a lesson', async () => {
  kit.write(LESSON, '# Twice\n\nWrite `const sum = x+x` and then return it.\n');
  expect(await leaks()).toBe('');
  kit.write(LESSON, '# Twice\n\nWrite `const sum = x+x; return sum`.\n');
  expect(await leaks()).toBe(`${LESSON}  this contains a part of solutions/02-twice/exercise.ts
  received  const sum x x return
  fix       Say it in other words, or move it out of what students get.`);
});

it('finds five words of the code of a hidden grader in a lesson', async () => {
  kit.write(LESSON, '# Twice\n\nIt calls `expect(await student.twice(x)`.\n');
  expect(await leaks()).toBe(`${LESSON}  this contains a part of graders/02-twice/hidden.grader.ts
  received  expect await student twice x
  fix       Say it in other words, or move it out of what students get.`);
});

it('finds hidden checks also where they are divided into several files', async () => {
  const PART = 'graders/02-twice/hidden-doubles.ts';
  kit.write(PART, 'export const expected = (x: number) => x + x;\n');
  expect(await leaks()).toBe('');
  kit.write(LESSON, '# Twice\n\n`expected = (x: number) => x + x`\n');
  expect(await leaks()).toBe(`${LESSON}  this contains a part of ${PART}
  received  expected x number x x
  fix       Say it in other words, or move it out of what students get.`);
  expect(await leaks((files) => files.set(PART, new Uint8Array()))).toContain(
    `${PART}  this file is not for students`,
  );
});

it('finds ten words of a hidden grader in the visible one', async () => {
  const secret = 'const expected = 2 * x + 3 * x - 4 * (x + 1) - 5 + 6 * x;';
  const HIDDEN = 'graders/02-twice/hidden.grader.ts';
  kit.write(HIDDEN, kit.read(HIDDEN).replace('    expect', `    ${secret}\n    expect`));
  expect(await leaks()).toBe('');
  kit.write(VISIBLE, kit.read(VISIBLE).replace('    expect', `    ${secret}\n    expect`));
  expect(await leaks()).toBe(`${VISIBLE}  this contains a part of ${HIDDEN}
  received  async const expected 2 x 3 x 4 x 1
  fix       Compute it in another way there: students could copy it.`);
});

it('takes five numbers in a row for a secret in the files of the same exercise only', async () => {
  const HIDDEN = 'graders/02-twice/hidden.grader.ts';
  kit.write(HIDDEN, kit.read(HIDDEN).replace('    expect', '    const xs = [3, 1, 4, 1, 5, 9];\n    expect'));
  const { exercises } = await kit.open();
  const other = exercises[1]!.manifest.id;
  const numbers = new TextEncoder().encode('The first digits are 3, 1, 4, 1, 5.');
  expect(await leaks((files) => files.set(`exercises/${other}/README.md`, numbers))).toBe('');
  expect(await leaks((files) => files.set(LESSON, numbers)))
    .toBe(`${LESSON}  this contains a part of ${HIDDEN}
  received  3 1 4 1 5
  fix       Say it in other words, or move it out of what students get.`);
});
