import { rmSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { lessonPictures } from './lesson-pictures.ts';
import { makeTestExercise, type TestExercise } from './test-exercise.ts';

const YAML = 'exercises/02-twice/exercise.yaml';
const LESSON = 'exercises/02-twice/README.md';
const PICTURES = 'graders/02-twice/pictures.ts';
const DRAWN = 'exercises/02-twice/pictures/doubled.svg';

let kit: TestExercise;
beforeEach(() => {
  kit = makeTestExercise();
  kit.edit(YAML, 'minutes: 5', 'minutes: 5\npictures: [doubled]');
  kit.edit(LESSON, /$/, '![Two dots.](pictures/doubled.svg) Draw yours: `npx descent show 02`.\n');
  kit.write(DRAWN, '<svg/>');
  kit.write(
    PICTURES,
    `import { definePictures } from 'descent/grading';
export const pictures = definePictures({}, {
  doubled: { title: 'Doubled', description: 'Two dots.', draw: () => Promise.resolve({}) },
});
`,
  );
});

const problems = () => kit.problems([lessonPictures]);

it('nothing is found where all is as it should be, and where there are no pictures', async () => {
  expect(await problems()).toBe('');
  expect(await makeTestExercise().problems([lessonPictures])).toBe('');
});

it.each<[string, () => void, string]>([
  [
    'a picture that is not declared',
    () => {
      kit.edit(PICTURES, 'doubled:', 'doubld:');
    },
    `exercises/02-twice/exercise.yaml  pictures.ts has no picture "doubled". Did you mean "doubld"?

graders/02-twice/pictures.ts  exercise.yaml does not list the picture "doubld"
  fix       Add it to "pictures" there.`,
  ],
  [
    'pictures that are listed without a file that declares them',
    () => {
      rmSync(kit.path(PICTURES));
    },
    'exercises/02-twice/exercise.yaml  pictures.ts has no picture "doubled"',
  ],
  [
    'pictures that cannot be loaded',
    () => {
      kit.edit(PICTURES, '({}, {', '(Object.keys(undefined as never), {');
    },
    'graders/02-twice  the pictures cannot be loaded: Cannot convert undefined or null to object',
  ],
  [
    'a picture without a description',
    () => {
      kit.edit(PICTURES, "'Two dots.'", "' '");
    },
    `graders/02-twice/pictures.ts  the picture "doubled" lacks a title or a description
  fix       Say what is to be seen, for who cannot see it.`,
  ],
  [
    'a picture that is not drawn, and one that nobody lists',
    () => {
      rmSync(kit.path(DRAWN));
      kit.write('exercises/02-twice/pictures/old.svg', '<svg/>');
    },
    `exercises/02-twice/pictures/doubled.svg  the picture is not drawn
  fix       Draw it with: npx descent docs 02

exercises/02-twice/pictures/old.svg  exercise.yaml lists no such picture`,
  ],
  [
    'a lesson without its pictures and their command',
    () => {
      kit.edit(LESSON, /!\[Two dots.*\n/, '');
    },
    `exercises/02-twice/README.md  the lesson shows none of its pictures
  fix       Show one: ![what is to be seen](pictures/doubled.svg)

exercises/02-twice/README.md  the lesson does not name the command that draws its pictures
  fix       Add it to the commands: npx descent show, with the number.`,
  ],
  [
    'a picture for which the lesson has no words',
    () => {
      kit.edit(LESSON, '![Two dots.]', '![]');
    },
    `exercises/02-twice/README.md  the lesson does not say what "doubled" shows, for who cannot see it
  fix       Write it between the brackets of ![…].`,
  ],
])('%s', async (_, breakIt, expected) => {
  breakIt();
  expect(await problems()).toBe(expected);
});
