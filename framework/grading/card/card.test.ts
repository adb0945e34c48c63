import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { ExerciseManifest } from '../kit/exercise-file.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import { cardText } from './card.ts';
import { CARD_WIDTH } from './layout.ts';

const manifest = {
  id: '02-line-gd',
  title: 'A line by gradient descent',
  files: ['exercise.ts'],
  tasks: [
    { title: 'The line', points: 2 },
    { title: 'How wrong is it?', points: 5 },
    { title: 'Which way is down?', points: 7 },
  ],
} as unknown as ExerciseManifest;

const files = {
  'exercise.ts': `import { TodoError } from 'descent';

export function mse(m: number, c: number, { xs, ys }: Data): number {
\treturn xs.map((x, i) => (m * x + c - zs[i]!) ** 2);
}
`,
};

const check = (fields: Partial<CheckResult> & Pick<CheckResult, 'title'>): CheckResult => ({
  id: fields.title.replaceAll(' ', '-'),
  task: 1,
  visibility: 'visible',
  state: 'pass',
  points: fields.state === undefined || fields.state === 'pass' ? (fields.maximumPoints ?? 2) : 0,
  maximumPoints: 2,
  milliseconds: 1,
  trials: [],
  ...fields,
});

const card = (checks: readonly CheckResult[], level: 0 | 1 = 0): string => {
  const sum = (key: 'points' | 'maximumPoints') => checks.reduce((total, each) => total + each[key], 0);
  const result = { points: sum('points'), maximumPoints: sum('maximumPoints'), checks } as ExerciseResult;
  const text = cardText(result, { manifest, files, style: new Chalk({ level }) });
  if (level === 0) {
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(CARD_WIDTH);
  }
  return text;
};

const heights = check({ title: 'heights of the line' });
const todo = { state: 'fail', cause: 'to do', message: 'exercise.ts:9:3 is still to be written: x' } as const;

describe('a card', () => {
  it('of an answer that is right', () => {
    expect(
      card([
        heights,
        check({ title: 'mse at the origin', task: 2, maximumPoints: 5 }),
        check({ title: 'gradient', task: 3, maximumPoints: 6.5 }),
        check({ title: 'gradient anywhere', task: 3, maximumPoints: 0.5, visibility: 'hidden' }),
      ]),
    ).toMatchInlineSnapshot(`
      "02  A line by gradient descent                                   14 of 14 points
      ████████████████████████████████████████████████████████████████████████████████

       1  The line                                                              2 of 2
          ✓ heights of the line                                                 2 of 2
       2  How wrong is it?                                                      5 of 5
          ✓ mse at the origin                                                   5 of 5
       3  Which way is down?                                                    7 of 7
          ✓ gradient                                                        6.5 of 6.5
          ✓ gradient anywhere (hidden)                                      0.5 of 0.5
      "
    `);
  });

  it('shows the first failure in full, every other in a line, and says what is skipped and what comes later', () => {
    expect(
      card([
        check({ ...heights, printed: 'one\ntwo\nthree\nfour\n' }),
        check({
          title: 'mse at the origin',
          task: 2,
          state: 'fail',
          message: 'the mse of the line y = 0 is 58.06, where 19.3533 within 0.00005 is expected',
          expected: '19.3533 within 0.00005',
          received: '58.06',
          facts: ['difference 38.7067'],
          call: 'mse(0, 0, { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] })',
          hint: 'The line is y = 0, so each error is the height of a point. Square each, add, and divide by how many there are.',
          printed: `heights [ 0, 0, 0 ]\n${'x'.repeat(100)}\n`,
        }),
        check({ title: 'mse of a rising line', task: 2, state: 'fail', message: 'not shown' }),
        check({
          title: 'the loss after 2,000 steps of gradient descent with a small learning rate',
          task: 3,
          state: 'skipped',
          needs: ['mse at the origin', 'mse of a rising line'],
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "02  A line by gradient descent                     2 of 8 points, 6 graded later
      ████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  The line                                                              2 of 2
          ✓ heights of the line                                                 2 of 2
              your console.log
              │ one
              │ two
              │ three
              │ … 1 more line
       2  How wrong is it?                                                      0 of 5
          ✗ mse at the origin                                                   0 of 2
            the mse of the line y = 0
              expected  19.3533 within 0.00005
              got       58.06
                        difference 38.7067
              call      mse(0, 0, { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] })
              your console.log
              │ heights [ 0, 0, 0 ]
              │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
              hint      The line is y = 0, so each error is the height of a point.
                        Square each, add, and divide by how many there are.

          ✗ mse of a rising line                                                0 of 2
          · hidden checks                                             graded later   1
       3  Which way is down?                                                    0 of 7
          – the loss after 2,000 steps of gradient descent with a small         0 of 2
            learning rate: needs "mse at the origin" and "mse of a rising
            line"
          · hidden checks                                             graded later   5

          Only the first ✗ is explained: mend it, and the next one has its turn.
      "
    `);
  });

  it("shows the student's own line, and tasks that are still to be written without blame", () => {
    expect(
      card([
        heights,
        check({
          title: 'mse at the origin',
          task: 2,
          state: 'fail',
          message: 'exercise.ts:4:39 threw ReferenceError: zs is not defined',
          call: 'mse(0, 0, slide)',
          place: { file: 'exercise.ts', line: 4, column: 39 },
          hint: 'What is it called?',
        }),
        check({ title: 'gradient', task: 3, ...todo }),
        check({ title: 'gradient anywhere', task: 3, state: 'skipped', needs: ['gradient'] }),
      ]),
    ).toMatchInlineSnapshot(`
      "02  A line by gradient descent                     2 of 8 points, 6 graded later
      ████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  The line                                                              2 of 2
          ✓ heights of the line                                                 2 of 2
       2  How wrong is it?                                                      0 of 5
          ✗ mse at the origin                                                   0 of 2
            exercise.ts:4:39 threw ReferenceError: zs is not defined
              call      mse(0, 0, slide)

              exercises/02-line-gd/exercise.ts:4:39
              4 | →return xs.map((x, i) => (m * x + c - zs[i]!) ** 2);
                |                                       ^^

              hint      What is it called?

          · hidden checks                                             graded later   3
       3  Which way is down?                              still to be written   0 of 7
      "
    `);
  });

  it('gives partial credit, and a task half written is no failure', () => {
    expect(
      card([
        check({
          title: 'heights',
          state: 'partial',
          points: 0.5,
          message: 'reached 0.03; all 2 points need at most 0.01',
          hint: 'More steps?',
        }),
        check({ title: 'mse', task: 2, maximumPoints: 3 }),
        check({ title: 'its root', task: 2, ...todo }),
        check({
          title: 'endless',
          task: 3,
          state: 'timeout',
          message: 'grad: no answer within 5 s: an endless loop?',
          maximumPoints: 7,
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "02  A line by gradient descent                                  3.5 of 14 points
      ████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  The line                                                            0.5 of 2
          ◐ heights                                                           0.5 of 2
            reached 0.03; all 2 points need at most 0.01
              hint      More steps?

       2  How wrong is it?                                                      3 of 5
          ✓ mse                                                                 3 of 3
          ○ its root: still to be written                                       0 of 2
       3  Which way is down?                                                    0 of 7
          ✗ endless                                                             0 of 7

          Only the first ✗ is explained: mend it, and the next one has its turn.
      "
    `);
  });

  it('says once that nothing could be loaded', () => {
    const unloaded = {
      state: 'fail',
      cause: 'not loaded',
      message: 'exercise.ts:4:38 cannot be read: Unexpected token',
      place: { file: 'exercise.ts', line: 4, column: 38 },
      printed: 'hello\n',
      hint: 'not shown',
    } as const;
    expect(card([check({ title: 'a', ...unloaded }), check({ title: 'b', task: 2, ...unloaded })]))
      .toMatchInlineSnapshot(`
        "02  A line by gradient descent                    0 of 4 points, 10 graded later
        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

            ✗ exercise.ts could not be loaded, so nothing was checked.

              exercise.ts:4:38 cannot be read: Unexpected token

                exercises/02-line-gd/exercise.ts:4:38
                4 | →return xs.map((x, i) => (m * x + c - zs[i]!) ** 2);
                  |                                      ^

                your console.log
                │ hello
        "
      `);
  });

  it('takes a broken check upon itself', () => {
    expect(
      card([
        check({
          title: 'heights',
          state: 'grader error',
          message: 'TypeError: x is undefined\n    at grader.ts:3',
          hint: 'h',
        }),
      ]),
    ).toMatchInlineSnapshot(`
      "02  A line by gradient descent                    0 of 2 points, 12 graded later
      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░

       1  The line                                                              0 of 2
          ! heights: a fault of this check, not of yours                        0 of 2
            It broke: TypeError: x is undefined
            It costs you nothing. Please tell whoever gave you this exercise.

       2  How wrong is it?                                                      0 of 5
          · hidden checks                                             graded later   5
       3  Which way is down?                                                    0 of 7
          · hidden checks                                             graded later   7
      "
    `);
  });

  it('has colours where they are wanted, the same text otherwise', () => {
    const checks = [heights, check({ title: 'mse', task: 2, state: 'fail', message: 'no', hint: 'h' })];
    const coloured = card(checks, 1);
    expect(coloured).toContain('\u001b[32m    ✓ heights of the line');
    // eslint-disable-next-line no-control-regex -- colours are control characters
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(card(checks));
  });
});
