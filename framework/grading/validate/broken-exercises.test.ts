import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openContext } from './open-context.ts';
import { PROOFS } from './proofs.ts';
import { makeTestExercise, type TestExercise } from './test-exercise.ts';
import { starterTypes } from './starter-types.ts';

/** Those that run no answer. */
const STILL = PROOFS.slice(0, PROOFS.indexOf(starterTypes));
const YAML = 'exercises/02-twice/exercise.yaml';
const LESSON = 'exercises/02-twice/README.md';
const SOLUTION = 'solutions/02-twice/exercise.ts';
const STARTER = 'starters/02-twice/exercise.ts';
const VISIBLE = 'graders/02-twice/visible.grader.ts';

let kit: TestExercise;
beforeEach(() => {
  kit = makeTestExercise();
});

it('nothing is found in an exercise that is as it should be', async () => {
  expect(await kit.problems([...STILL, starterTypes])).toBe('');
});

it.each<[string, (kit: TestExercise) => void, string]>([
  [
    'a manifest that does not fit its schema',
    ({ edit }) => {
      edit(YAML, 'minutes: 5', 'minutes: soon');
    },
    `exercises/02-twice/exercise.yaml:7:10  minutes has the wrong type

  7 | minutes: soon
    |          ^^^^

  expected  a whole number of at least 1
  received  "soon" (text)`,
  ],
  [
    'the id of another folder',
    ({ edit }) => {
      edit(YAML, 'id: 02-twice', 'id: 03-twice');
    },
    `exercises/02-twice/exercise.yaml:2:5  the id is "03-twice", but the folder is "02-twice"

  2 | id: 03-twice
    |     ^^^^^^^^

  expected  the name of the folder`,
  ],
  [
    'a prerequisite that does not exist',
    ({ edit }) => {
      edit(YAML, 'minutes: 5', 'minutes: 5\nprerequisites: [01-once]');
    },
    `exercises/02-twice/exercise.yaml  the prerequisite "01-once" is no exercise that comes before this one`,
  ],
  [
    'a marker without its end',
    ({ edit }) => {
      edit(
        SOLUTION,
        "  // END SOLUTION\n  // STUB: throw new TodoError('Task 2",
        "  // STUB: throw new TodoError('Task 2",
      );
    },
    `solutions/02-twice/exercise.ts:13:3  BEGIN SOLUTION has no END SOLUTION

  13 |   // BEGIN SOLUTION
     |   ^^^^^^^^^^^^^^^^^

  fix       Write END SOLUTION where the solution ends.

solutions/02-twice/exercise.ts:15:3  STUB stands inside of a solution, which is cut

  15 |   // STUB: throw new TodoError('Task 2: twice, twice');
     |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  fix       Move it below END SOLUTION.`,
  ],
  [
    'a solution without markers',
    ({ edit, read, write }) => {
      edit(SOLUTION, / *\/\/ (?:BEGIN|END|STUB).*\n/g, '');
      write(STARTER, read(SOLUTION));
      write('exercises/02-twice/exercise.ts', read(SOLUTION));
    },
    `solutions/02-twice/exercise.ts  nothing is marked as the solution, so the starter would be the solution
  fix       Write BEGIN SOLUTION and END SOLUTION around what students are to write.`,
  ],
  [
    'a starter that was edited by hand',
    ({ edit }) => {
      edit(STARTER, 'Twice x.', 'Double x.');
    },
    `starters/02-twice/exercise.ts:3:1  this is not the starter that the solution gives

  3 | /** Task 1. Double x. */
    | ^

  fix       Make it anew with: npx descent sync 02`,
  ],
  [
    'a stub that gives the answer away',
    ({ edit }) => {
      for (const file of [STARTER, 'exercises/02-twice/exercise.ts']) {
        edit(file, "throw new TodoError('Task 1: twice x')", 'return 2 * x');
      }
      edit(SOLUTION, "// STUB: throw new TodoError('Task 1: twice x')", '// STUB: return 2 * x');
    },
    `starters/02-twice/exercise.ts:5:3  the starter contains a line of the solution

  5 |   return 2 * x;
    |   ^^^^^^^^^^^^^

  received  return 2 * x;
  fix       Mark it as a part of the solution, or write it in other words.`,
  ],
  [
    'a comment that gives the answer away',
    ({ edit }) => {
      for (const file of [STARTER, 'exercises/02-twice/exercise.ts', SOLUTION]) {
        edit(file, 'Four times x.', 'Four times x, return twice( twice(x) ).');
      }
    },
    `starters/02-twice/exercise.ts:8:1  the starter contains a line of the solution

  8 | /** Task 2. Four times x, return twice( twice(x) ). */
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

  received  return twice(twice(x));
  fix       Mark it as a part of the solution, or write it in other words.`,
  ],
  [
    'a hint that is the answer',
    ({ edit }) => {
      edit(YAML, 'Return 2 times x.', 'Write return 2*x');
    },
    `exercises/02-twice/exercise.yaml  hint 3 of task 1 is the answer
  expected  almost the line, never the line
  received  return 2 * x;`,
  ],
  [
    'a hint that is given twice',
    ({ edit }) => {
      edit(YAML, 'Return 2 times x.', 'What is x + x?');
    },
    `exercises/02-twice/exercise.yaml  hint 3 of task 1 says the same as another`,
  ],
  [
    'the hint of a check that is the answer',
    ({ edit }) => {
      edit(VISIBLE, 'Twice 6.', 'return twice(twice(x));');
    },
    `graders/02-twice  the hint of "four times three" is the answer
  expected  almost the line, never the line
  received  return twice(twice(x));`,
  ],
  [
    'points that do not add up',
    ({ edit }) => {
      edit(YAML, 'title: Twice, points: 3', 'title: Twice, points: 4');
    },
    `exercises/02-twice/exercise.yaml  task 1 has 4 points
  expected  3, the sum of its checks
  received  twice three (2), twice anything (1)

exercises/02-twice/README.md:12:1  the table of tasks is not up to date

  12 | <!-- tasks -->
     | ^^^^^^^^^^^^^^

  fix       Write it anew with: npx descent docs 02`,
  ],
  [
    'a check of a task that does not exist',
    ({ edit }) => {
      edit(VISIBLE, 'task: 2, points: 2', 'task: 3, points: 2');
    },
    `exercises/02-twice/exercise.yaml  task 2 has 2 points
  expected  0, the sum of its checks
  received  no check

graders/02-twice  "four times three" belongs to task 3, which does not exist
  expected  a task from 1 to 2

exercises/02-twice/README.md:12:1  the table of tasks is not up to date

  12 | <!-- tasks -->
     | ^^^^^^^^^^^^^^

  fix       Write it anew with: npx descent docs 02`,
  ],
  [
    'a link to a file that is not there',
    ({ edit }) => {
      edit(LESSON, '(exercise.ts)', '(pictures/twice.svg)');
    },
    `exercises/02-twice/README.md:3:62  there is no file "pictures/twice.svg"

  3 | You will have doubled numbers, so that $y = 2x$. Read [this](pictures/twice.svg) and the [cards](htt…
    |                                                              ^^^^^^^^^^^^^^^^^^

  fix       Check the name and the folder.`,
  ],
  [
    'a link to the solution',
    ({ edit }) => {
      edit(LESSON, '(exercise.ts)', '(../../solutions/02-twice/exercise.ts)');
    },
    `exercises/02-twice/README.md:3:62  "../../solutions/02-twice/exercise.ts" is not in the kit that students get

  3 | You will have doubled numbers, so that $y = 2x$. Read [this](../../solutions/02-twice/exercise.ts) a…
    |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`,
  ],
  [
    'a formula without its second dollar',
    ({ edit }) => {
      edit(LESSON, '$y = 2x$', '$y = 2x');
    },
    `exercises/02-twice/README.md:3:40  this formula has no second $

  3 | You will have doubled numbers, so that $y = 2x. Read [this](exercise.ts) and the [cards](https://exa…
    |                                        ^`,
  ],
  [
    'a formula whose braces do not match',
    ({ edit }) => {
      edit(LESSON, '{4x}', '{4x');
    },
    `exercises/02-twice/README.md:6:1  the braces of this formula do not match

  6 | y = \\frac{4x{2}
    | ^^^^^^^^^^^^^^^`,
  ],
  [
    'a block that is never closed',
    ({ edit }) => {
      edit(LESSON, /$/, '\n```\nnpm test -- 02\n');
    },
    `exercises/02-twice/README.md:21:1  this block is never closed

  21 | \`\`\`
     | ^^^`,
  ],
  [
    'a lesson that names an unknown function',
    ({ edit }) => {
      edit(LESSON, '`twice(3)` is 6', '`twise(3)` is 6');
    },
    `exercises/02-twice/README.md:9:32  there is no function "twise". Did you mean "twice"?

  9 | 1. **\`twice(x)\`** → a number: \`twise(3)\` is 6, and \`Math.max(3, 6)\` too.
    |                                ^^^^^`,
  ],
  [
    'a lesson that does not name a function',
    ({ edit }) => {
      edit(LESSON, '**`fourTimes(x)`**', '**Four times**');
    },
    `exercises/02-twice/README.md  the lesson does not name fourTimes
  fix       Say what it takes and returns.`,
  ],
  [
    'a manifest that names a function that the solution lacks',
    ({ edit }) => {
      edit(YAML, 'name: fourTimes', 'name: fourTime');
    },
    `exercises/02-twice/exercise.yaml  the solution exports no "fourTime". Did you mean "fourTimes"?

exercises/02-twice/README.md  the lesson does not name fourTime
  fix       Say what it takes and returns.`,
  ],
  [
    'a table that is not up to date',
    ({ edit }) => {
      edit(LESSON, 'twice three (2)', 'twice three (1)');
    },
    `exercises/02-twice/README.md:12:1  the table of tasks is not up to date

  12 | <!-- tasks -->
     | ^^^^^^^^^^^^^^

  fix       Write it anew with: npx descent docs 02`,
  ],
  [
    'a lesson without a place for the table',
    ({ edit }) => {
      edit(LESSON, '<!-- tasks -->\n', '');
    },
    `exercises/02-twice/README.md  there is no place for the table of tasks
  fix       Write <!-- tasks --> and below it <!-- /tasks --> on lines of their own, then: npx descent docs`,
  ],
  [
    'two checks of the same title',
    ({ edit }) => {
      edit(VISIBLE, "'four times three'", "'twice three'");
    },
    `graders/02-twice  the checks cannot be loaded: graders/02-twice: the check "twice three" has the title of another check`,
  ],
])('%s', async (_, breakIt, expected) => {
  breakIt(kit);
  expect(await kit.problems(STILL)).toBe(expected);
});

it('a starter with errors of type', async () => {
  kit.edit(STARTER, '(x: number): number', '(x: number): strin');
  expect(await kit.problems([starterTypes]))
    .toBe(`starters/02-twice/exercise.ts:4:35  TS2552: Cannot find name 'strin'. Did you mean 'string'?

  4 | export function twice(x: number): strin {
    |                                   ^^^^^`);
});

it('a starter that is missing', async () => {
  rmSync(join(kit.root, STARTER));
  expect(await kit.problems([...STILL, starterTypes])).toBe(
    `starters/02-twice/exercise.ts  the starter is missing
  fix       Make it anew with: npx descent sync 02`,
  );
});

it('types are not checked where TypeScript is not installed, which is said', async () => {
  const { exercises, kit: found } = await kit.open();
  const notes: string[] = [];
  const context = openContext({
    kit: found,
    exercise: exercises[0]!,
    seeds: 1,
    types: undefined,
    note: (text) => notes.push(text),
  });
  expect(await starterTypes.prove(exercises[0]!, context)).toEqual([]);
  expect(notes).toEqual([
    'types are not checked, as TypeScript is not installed (npm install --save-dev typescript)',
  ]);
});
