import { beforeEach, expect, it } from 'vitest';
import { checksReject } from './checks-reject.ts';
import { margins } from './margins.ts';
import { mutantsRejected } from './mutants-rejected.ts';
import type { Proof } from './proof.ts';
import { seedsTell } from './seeds-tell.ts';
import { solutionPasses } from './solution-passes.ts';
import { starterFails } from './starter-fails.ts';
import { makeTestExercise, type TestExercise } from './test-exercise.ts';
import { withinLimits } from './within-limits.ts';

const RUNNING = [
  starterFails,
  solutionPasses,
  margins,
  withinLimits,
  mutantsRejected,
  checksReject,
  seedsTell,
];
const YAML = 'exercises/02-twice/exercise.yaml';
const SOLUTION = 'solutions/02-twice/exercise.ts';
const VISIBLE = 'graders/02-twice/visible.grader.ts';
const HIDDEN = 'graders/02-twice/hidden.grader.ts';

/** Has the hidden check measure how far x is from 0.5, which is 0.25 on average with a standard deviation of 0.14. */
function measureDistance({ edit }: TestExercise, threshold: number): void {
  edit(HIDDEN, 'points: 1,', `points: 1, partial: [[${threshold + 1}, 0.5], [${threshold}, 1]],`);
  edit(HIDDEN, 'toBe(2 * x);\n', 'toBe(2 * x);\n    return Math.abs(x - 0.5);\n');
}

let kit: TestExercise;
beforeEach(() => {
  kit = makeTestExercise();
});

it('nothing is found in an exercise that is as it should be', async () => {
  expect(await kit.problems(RUNNING, 3)).toBe('');
});

it.each<[string, readonly Proof[], number, (kit: TestExercise) => void, string]>([
  [
    'a starter that passes a check',
    [starterFails],
    1,
    ({ edit }) => {
      edit(SOLUTION, "// STUB: throw new TodoError('Task 1: twice x')", '// STUB: return x + 3');
    },
    `starters/02-twice  the check "twice three" gives points for the starter
  expected  that it meets a TodoError

starters/02-twice  the check "twice anything" fails on the starter for another reason than what is to be written
  expected  that it meets a TodoError
  received  twice(x) is 3.639254, where 1.278507 is expected`,
  ],
  [
    'a starter that fails for the wrong reason',
    [starterFails],
    1,
    ({ edit }) => {
      edit(SOLUTION, "// STUB: throw new TodoError('Task 1: twice x')", '// STUB: return todo');
    },
    `starters/02-twice  the check "twice three" fails on the starter for another reason than what is to be written
  expected  that it meets a TodoError
  received  exercise.ts:5:3 threw ReferenceError: todo is not defined

starters/02-twice  the check "twice anything" fails on the starter for another reason than what is to be written
  expected  that it meets a TodoError
  received  exercise.ts:5:3 threw ReferenceError: todo is not defined`,
  ],
  [
    'a starter that cannot be loaded',
    [starterFails],
    1,
    ({ edit }) => {
      edit(SOLUTION, "// STUB: throw new TodoError('Task 1: twice x');", '// STUB: return (');
    },
    `starters/02-twice  the starter cannot be loaded: exercise.ts:6:1 cannot be read: Unexpected token`,
  ],
  [
    'a solution that errs on some seeds',
    [solutionPasses],
    20,
    ({ edit }) => {
      edit(SOLUTION, 'return 2 * x;', 'return x % 1 > 0.9 ? 0 : 2 * x;');
    },
    `solutions/02-twice  on seed 4 the solution does not pass "twice anything"
  received  twice(x) is 0, where 1.964708 is expected`,
  ],
  [
    'a solution that errs no more often than the check allows',
    [solutionPasses],
    20,
    ({ edit }) => {
      edit(SOLUTION, 'return 2 * x;', 'return x % 1 > 0.9 ? 0 : 2 * x;');
      edit(YAML, 'minutes: 5', 'minutes: 5\ntrials: { count: 3, quorum: 2 }');
    },
    '',
  ],
  [
    'a check that breaks',
    [solutionPasses],
    1,
    ({ edit }) => {
      edit(VISIBLE, "'twice(3)').toBe(6)", "'twice(3)').toBe(six)");
    },
    `graders/02-twice  the check "twice three" is broken: ReferenceError: six is not defined`,
  ],
  [
    'a solution that cannot be loaded',
    [solutionPasses],
    1,
    ({ edit }) => {
      edit(SOLUTION, 'return 2 * x;', 'return 2 * * x;');
    },
    `solutions/02-twice  the solution cannot be loaded: exercise.ts:6:14 cannot be read: Unexpected token`,
  ],
  [
    'a threshold that is too near',
    [margins],
    20,
    (exercise) => {
      measureDistance(exercise, 0.5);
    },
    `graders/02-twice  the threshold 0.5 of "twice anything" is 1.6 standard deviations from what the solution reaches
  expected  at least 3
  received  mean 0.2149, standard deviation 0.1754, from 0.009939 to 0.4824 (20 seeds)
  fix       Use 0.8, or make the solution steadier.`,
  ],
  [
    'a solution that needs most of its time',
    [withinLimits],
    1,
    ({ edit }) => {
      edit(YAML, 'minutes: 5', 'minutes: 5\nlimits: { seconds: 2 }');
      edit(
        SOLUTION,
        'return 2 * x;',
        'const start = Date.now();\n  while (Date.now() - start < 1050);\n  return 2 * x;',
      );
      edit(VISIBLE, / {2}check\('four[^]*?\n {2}\}\);\n/, '');
    },
    `solutions/02-twice  the solution needs more than half of the 2 s that "twice three" allows
  fix       Raise limits.seconds in exercise.yaml, or the timeout of the check.

solutions/02-twice  the solution needs more than half of the 2 s that "twice anything" allows
  fix       Raise limits.seconds in exercise.yaml, or the timeout of the check.`,
  ],
  [
    'a wrong answer that passes',
    [mutantsRejected],
    1,
    ({ edit }) => {
      edit('graders/02-twice/mutants/adds-two.ts', 'return x + 2;', 'return x + x;');
    },
    `graders/02-twice/mutants/adds-two  "twice three" does not reject this wrong answer
  received  passed`,
  ],
  [
    'a wrong answer that is rejected because of another check',
    [mutantsRejected],
    1,
    ({ edit }) => {
      edit('graders/02-twice/mutants/adds-two.ts', 'twice three', 'four times three');
    },
    `graders/02-twice/mutants/adds-two  "four times three" does not reject this wrong answer
  received  skipped: it needs twice three`,
  ],
  [
    'a wrong answer that cannot be loaded',
    [mutantsRejected],
    1,
    ({ edit }) => {
      edit('graders/02-twice/mutants/adds-two.ts', 'return x + 2;', 'return x + ;');
    },
    `graders/02-twice/mutants/adds-two  "twice three" does not reject this wrong answer
  received  not loaded: exercise.ts:5:14 cannot be read: Unexpected token`,
  ],
  [
    'a wrong answer that names no check',
    [mutantsRejected],
    1,
    ({ edit }) => {
      edit('graders/02-twice/mutants/adds-two.ts', 'Rejected by: twice three', 'Rejected by: twice thre');
    },
    `graders/02-twice/mutants/adds-two  there is no check "twice thre". Did you mean "twice three"?`,
  ],
  [
    'a wrong answer that says nothing',
    [mutantsRejected],
    1,
    ({ edit }) => {
      edit('graders/02-twice/mutants/adds-two.ts', 'Rejected by: twice three', 'Adds two.');
    },
    `graders/02-twice/mutants/adds-two.ts  no check is named that rejects this mutant
  expected  a comment at the top whose first line is "Rejected by: <title of a check>"`,
  ],
  [
    'a check that rejects nothing',
    [checksReject],
    1,
    ({ edit }) => {
      edit(HIDDEN, 'toBe(2 * x)', 'toBeLessThan(100)');
    },
    `graders/02-twice/mutants  no wrong answer is rejected by "twice anything"
  fix       Write one that begins with /** Rejected by: twice anything */, or remove the check.`,
  ],
  [
    'a seed whose data do not tell right from wrong',
    [seedsTell],
    20,
    ({ edit }) => {
      edit(HIDDEN, "stream('x').uniform()", "stream('x').integer(4)");
      edit('graders/02-twice/mutants/knows-three.ts', 'x === 3 ? 6 : x', 'x * x');
    },
    `graders/02-twice/mutants/knows-three  on seed 2 this wrong answer passes "twice anything": the data drawn there do not tell right from wrong
  fix       Draw data of which no seed gives a special case, or more of them.`,
  ],
])('%s', async (_, proofs, seeds, breakIt, expected) => {
  breakIt(kit);
  expect(await kit.problems(proofs, seeds)).toBe(expected);
});

it('the distribution of what a check measures is told', async () => {
  measureDistance(kit, 0.9);
  expect(await kit.notes([margins], 20)).toEqual([
    '"twice anything" measured mean 0.2149, standard deviation 0.1754, from 0.009939 to 0.4824 (20 seeds); all points need at most 0.9',
  ]);
  expect(await kit.notes([margins], 3)).toEqual([
    '"twice anything" measured mean 0.05903, standard deviation 0.07005, from 0.009939 to 0.1393 (3 seeds); all points need at most 0.9',
    '"twice anything": 3 seeds are too few to judge its margin; try --seeds 20',
  ]);
});
