import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findKit, openExercises, type Exercise, type Kit } from './kit.ts';

/** A kit of two small exercises in a folder of its own, for tests. */
export interface TestKit {
  readonly root: string;
  path(name: string): string;
  read(name: string): string;
  write(name: string, text: string): void;
  open(): Promise<{ readonly kit: Kit; readonly exercises: readonly Exercise[] }>;
}

/** Makes a kit: `02-twice` and `05-sum`, both with solution, starter, graders and not started. */
export function makeTestKit(): TestKit {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'descent-kit-')));
  const path = (name: string) => join(root, ...name.split('/'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(FILES)) write(name, text);
  for (const folder of ['exercises', 'starters']) {
    write(`${folder}/02-twice/exercise.ts`, TWICE_STARTER);
    write(`${folder}/05-sum/exercise.ts`, SUM_STARTER);
  }
  return {
    root,
    path,
    read: (name) => readFileSync(path(name), 'utf8'),
    write,
    async open() {
      const kit = await findKit(root);
      return { kit, exercises: await openExercises(kit) };
    },
  };
}

/** The solution of `02-twice`, as it lies in the kit. */
export const TWICE_SOLUTION = `import { TodoError } from 'descent';

/** Task 1. Twice x. */
export function twice(x: number): number {
  // BEGIN SOLUTION
  return 2 * x;
  // END SOLUTION
  // STUB: throw new TodoError('Task 1: twice x');
}

/** Task 2. Four times x. */
export function fourTimes(x: number): number {
  // BEGIN SOLUTION
  return twice(twice(x));
  // END SOLUTION
  // STUB: throw new TodoError('Task 2: twice, twice');
}
`;

/** What `descent sync` makes of it. */
export const TWICE_STARTER = `import { TodoError } from 'descent';

/** Task 1. Twice x. */
export function twice(x: number): number {
  throw new TodoError('Task 1: twice x');
}

/** Task 2. Four times x. */
export function fourTimes(x: number): number {
  throw new TodoError('Task 2: twice, twice');
}
`;

const SUM_STARTER = `import { TodoError } from 'descent';

export function sum(xs: number[]): number {
  throw new TodoError('Task 1: add them up');
}
`;

const FILES: Readonly<Record<string, string>> = {
  'exercises/02-twice/exercise.yaml': `schema: 1
id: 02-twice
version: 1
title: Twice
summary: You will have doubled numbers.
teaches: [product]
minutes: 5
functions:
  - { name: twice, task: 1, signature: '(x: number) => number' }
  - { name: fourTimes, task: 2, signature: '(x: number) => number' }
tasks:
  - { title: Twice, points: 3, hints: ['What is x + x?', '2·x', 'Return 2 times x.'] }
  - { title: Four times, points: 2, hints: ['Twice what?', 'twice(…) of twice(x)', 'Call it twice.'] }
`,
  'solutions/02-twice/exercise.ts': TWICE_SOLUTION,
  'graders/02-twice/visible.grader.ts': `import { exercise, expect, pure, returns } from 'descent/grading';

exercise('02-twice', { twice: pure(returns.number), fourTimes: pure(returns.number) }, ({ check, student }) => {
  check('twice three', { task: 1, points: 2, hint: 'Is it 3 + 3?' }, async () => {
    expect(await student.twice(3), 'twice(3)').toBe(6);
  });
  check('four times three', { task: 2, points: 2, hint: 'Twice 6.', after: ['twice three'] }, async () => {
    expect(await student.fourTimes(3), 'fourTimes(3)').toBe(12);
  });
});
`,
  'graders/02-twice/hidden.grader.ts': `import { exercise, expect, pure, returns } from 'descent/grading';

exercise('02-twice', { twice: pure(returns.number) }, ({ check, student, stream }) => {
  const x = stream('x').uniform();
  check('twice anything', { task: 1, points: 1, hint: 'Does it depend on x?' }, async () => {
    expect(await student.twice(x), 'twice(x)').toBe(2 * x);
  });
});
`,
  'graders/02-twice/mutants/adds-two.ts': `/**
 * Rejected by: twice three
 * Plausible slip: x + 2.
 */
export function twice(x: number): number {
  return x + 2;
}
`,
  'graders/02-twice/mutants/knows-three.ts': `/** Rejected by: twice anything */
export function twice(x: number): number {
  return x === 3 ? 6 : x;
}
`,
  'graders/02-twice/mutants/three-times.ts': `/** Rejected by: four times three */
export function fourTimes(x: number): number {
  return twice(x) + x;
}
`,
  'exercises/05-sum/exercise.yaml': `schema: 1
id: 05-sum
version: 1
title: A sum
summary: You will have added numbers.
teaches: [sum]
minutes: 5
tasks:
  - { title: Add, points: 1, hints: ['One by one?', 'A loop', 'total += x'] }
`,
  'graders/05-sum/visible.grader.ts': `import { exercise, expect, pure, returns } from 'descent/grading';

exercise('05-sum', { sum: pure(returns.number) }, ({ check, student }) => {
  check('one and two', { task: 1, points: 1, hint: 'Is it 3?' }, async () => {
    expect(await student.sum([1, 2]), 'sum([1, 2])').toBe(3);
  });
});
`,
};
