import { readFile } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import { findKit, openExercise } from '../kit/kit.ts';
import { drawLessonPictures } from '../picture/draw-lesson-pictures.ts';
import { definePictures } from '../picture/picture.ts';
import { pure } from '../check/student.ts';
import { returns } from '../check/returned.ts';
import { picturesCurrent } from './pictures-current.ts';
import { makeTestExercise, type TestExercise } from './test-exercise.ts';

const YAML = 'exercises/02-twice/exercise.yaml';
const PICTURES = 'graders/02-twice/pictures.ts';
const DRAWN = 'exercises/02-twice/pictures/doubled.svg';
const SOLUTION = 'solutions/02-twice/exercise.ts';

let kit: TestExercise;
beforeEach(async () => {
  kit = makeTestExercise();
  kit.edit(YAML, 'minutes: 5', 'minutes: 5\npictures: [doubled]');
  kit.write(
    PICTURES,
    `import { definePictures, pure, returns } from 'descent/grading';
export const pictures = definePictures({ twice: pure(returns.number) }, {
  doubled: {
    title: 'Doubled',
    description: 'A dot.',
    draw: async ({ student }) => ({ mark: 'point', data: { values: [{}] }, height: await student.twice(30) }),
  },
});
`,
  );
  const file = definePictures(
    { twice: pure(returns.number) },
    {
      doubled: {
        title: 'Doubled',
        description: 'A dot.',
        draw: async ({ student }) => ({
          mark: 'point',
          data: { values: [{}] },
          height: await student.twice(30),
        }),
      },
    },
  );
  const exercise = await openExercise(await findKit(kit.root), '02-twice');
  const files = { 'exercise.ts': await readFile(kit.path(SOLUTION), 'utf8') };
  const drawn = await drawLessonPictures(exercise, { file, files });
  kit.write(DRAWN, drawn.get('doubled.svg')!);
});

const problems = () => kit.problems([picturesCurrent]);

it('nothing is found where the picture is what the solution draws', async () => {
  expect(await problems()).toBe('');
});

it('a picture that the solution draws otherwise', async () => {
  kit.edit(PICTURES, 'twice(30)', 'twice(31)');
  expect(await problems()).toBe(`${DRAWN}  the solution draws another picture now
  fix       Draw it anew, and look at it: npx descent docs 02`);
});

it('a solution that cannot be drawn', async () => {
  kit.edit(SOLUTION, 'return 2 * x', "throw new Error('no ink')");
  expect(await problems()).toBe(
    `${PICTURES}  the solution cannot be drawn: exercise.ts:6:9 threw Error: no ink`,
  );
});

it('what is not listed, or not drawn at all, is a finding of another proof', async () => {
  kit.edit(YAML, '[doubled]', '[doubled, other]');
  expect(await problems()).toBe('');
});
