import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pure } from '../check/student.ts';
import { returns } from '../check/returned.ts';
import { expect as expectOf } from '../expect/expect.ts';
import type { CheckResult } from '../result/result.ts';
import { checkFile, testGradings } from './test-grading.ts';

/*
 * What a beginner reads for the mistakes that beginners make, in full. Each is made in the solution of exercise 02, which
 * the checks below accept; they are like those of the exercise, and written here so that those may change.
 */

const solution = readFileSync(
  fileURLToPath(new URL('../../../solutions/02-line-gd/exercise.ts', import.meta.url)),
  'utf8',
);
const slide = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };

const checks = checkFile(
  {
    predict: pure(returns.numbers),
    mse: pure(returns.number),
    grad: pure(returns.record({ dm: returns.number, dc: returns.number })),
  },
  ({ check, student }) => {
    check('heights', { task: 1, points: 1, hint: 'One height for each x.' }, async () => {
      expectOf(await student.predict(2, 1, [0, 1, 5]), 'what predict returns').toEqual([1, 3, 11]);
    });
    check('loss', { task: 2, points: 1, hint: 'Is it the mean?' }, async () => {
      expectOf(await student.mse(0, 0, slide), 'the mse of the line y = 0').toBeCloseTo(19.3533, 4);
    });
    check(
      'gradient',
      { task: 3, points: 1, hint: 'Compare with differences.', after: ['loss'] },
      async () => {
        const { dm, dc } = await student.grad(0.5, 1, slide);
        await expectOf([dm, dc], 'the gradient [dm, dc]').toMatchFiniteDifferences(
          ([m, c]) => student.mse(m, c, slide),
          [0.5, 1],
        );
      },
    );
  },
);

const { grade } = testGradings();

/** What the first check that does not pass tells, without what is the same for all. */
async function told(
  source: string,
  seconds: number,
): Promise<Partial<CheckResult> & { readonly check: string }> {
  const results = await grade(source, [checks], {
    defaults: { seconds, seeds: { count: 1, quorum: 1 } },
  });
  const first = Object.values(results).find(({ state }) => state !== 'pass');
  if (first === undefined) throw new Error('the checks do not notice the mistake');
  const { title, state, cause, message, expected, received, facts, call, place, printed } = first;
  const parts = { state, cause, message, expected, received, facts, call, place, printed };
  return {
    check: title,
    ...(Object.fromEntries(
      Object.entries(parts).filter(([, part]) => part !== undefined),
    ) as Partial<CheckResult>),
  };
}

function change(from: string | RegExp, to: string): string {
  const changed = solution.replace(from, to);
  if (changed === solution) throw new Error(`the solution has no ${String(from)}`);
  return changed;
}

const MSE = 'mse(0, 0, { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] })';
const RETURN = 'return squares.reduce((sum, square) => sum + square, 0) / ys.length;';
const line = (text: string) => solution.split('\n').findIndex((each) => each.includes(text)) + 1;

it('the solution passes', async () => {
  const results = await grade(solution, [checks]);
  expect(Object.values(results).map(({ state, message }) => message ?? state)).toEqual([
    'pass',
    'pass',
    'pass',
  ]);
});

describe('a beginner who', () => {
  it.each<[string, string, Awaited<ReturnType<typeof told>>]>([
    [
      'has the wrong sign',
      change('const error = height - ys[i]!', 'const error = ys[i]! - height'),
      {
        check: 'gradient',
        state: 'fail',
        message:
          'the gradient [dm, dc] is 10.33333 at [0], where finite differences give -10.33333 (2 of 2 components differ): every component has the opposite sign',
        expected: '[-10.33333, -4.133333] by finite differences',
        received: '[10.33333, 4.133333]',
      },
    ],
    [
      'returns another shape',
      change('return xs.map((x) => m * x + c)', 'return xs.map((x) => [m * x + c])'),
      {
        check: 'heights',
        state: 'fail',
        message:
          'predict returned a list of 3 whose item [0] is the list [1], where a list of numbers is expected',
        expected: 'a list of numbers',
        received: 'a list of 3 whose item [0] is the list [1]',
        call: 'predict(2, 1, [0, 1, 5])',
      },
    ],
    [
      'returns nothing',
      change(RETURN, RETURN.replace('return ', '')),
      {
        check: 'loss',
        state: 'fail',
        message: 'mse returned nothing (undefined), where a number is expected: is a "return" missing?',
        expected: 'a number',
        received: 'nothing (undefined)',
        call: MSE,
      },
    ],
    [
      'writes async',
      change('export function mse', 'export async function mse'),
      {
        check: 'loss',
        state: 'fail',
        message: 'mse returned a promise, where the value itself is expected: is it async?',
        call: MSE,
      },
    ],
    [
      'loops for ever',
      change(RETURN, 'let sum = 0;\n  for (let i = 0; i < ys.length; ) sum += squares[i]!;\n  return sum;'),
      {
        check: 'loss',
        state: 'timeout',
        message: 'mse: no answer within 0.5 s: an endless loop?',
        call: MSE,
      },
    ],
    [
      'throws',
      change(RETURN, "throw new Error('not like this');"),
      {
        check: 'loss',
        state: 'fail',
        message: `exercise.ts:${line(RETURN)}:9 threw Error: not like this`,
        call: MSE,
        place: { file: 'exercise.ts', line: line(RETURN), column: 9 },
      },
    ],
    [
      'makes a mistake of syntax',
      change(RETURN, 'return squares.reduce((sum, square) => sum + square, 0) /;'),
      {
        check: 'heights',
        state: 'fail',
        cause: 'not loaded',
        message: `exercise.ts:${line(RETURN)}:60 cannot be read: Unexpected token`,
        place: { file: 'exercise.ts', line: line(RETURN), column: 60 },
      },
    ],
    [
      'reads what is not there',
      change('(2 / n) * error * xs[i]!', '(2 / n) * error * xs[i].value.x'),
      {
        check: 'gradient',
        state: 'fail',
        message: `exercise.ts:${line('(2 / n) * error * xs[i]!')}:41 threw TypeError: Cannot read properties of undefined (reading 'x')`,
        call: 'grad(0.5, 1, { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] })',
        place: { file: 'exercise.ts', line: line('(2 / n) * error * xs[i]!'), column: 41 },
      },
    ],
    [
      'prints 100,000 lines, and returns another thing',
      change(RETURN, "for (let i = 0; i < 100_000; i++) console.log('here', i);\n  return 0;"),
      {
        check: 'loss',
        state: 'fail',
        message: 'the mse of the line y = 0 is 0, where 19.3533 within 0.00005 is expected',
        expected: '19.3533 within 0.00005',
        received: '0',
        facts: ['difference 19.3533'],
        call: MSE,
        printed: expect.stringMatching(/^here 0\nhere 1\n[^]{3900,4000}\n… more$/) as string,
      },
    ],
    [
      'forgets export',
      change('export function mse', 'function mse'),
      {
        check: 'loss',
        state: 'fail',
        message: `exercise.ts:${line('export function mse')} does not export "mse": write "export" before its declaration`,
      },
    ],
    [
      'renames the function',
      solution.replaceAll('mse(', 'meanSquaredError('),
      {
        check: 'loss',
        state: 'fail',
        message: 'exercise.ts does not export "mse"; it exports predict, meanSquaredError, grad, step, fit',
      },
    ],
    [
      'misspells the function',
      solution.replaceAll('predict(', 'predcit('),
      {
        check: 'heights',
        state: 'fail',
        message:
          'exercise.ts does not export "predict"; is it what you call "predcit"? The tests need the name "predict"',
      },
    ],
    [
      'imports a module that is not there',
      `import { mean } from 'simple-statistics';\n${change(RETURN, 'return mean(squares);')}`,
      {
        check: 'heights',
        state: 'fail',
        cause: 'not loaded',
        message:
          'exercise.ts:1:1 imports "simple-statistics", but an exercise can import only "descent" and its own files',
        place: { file: 'exercise.ts', line: 1, column: 1 },
      },
    ],
    [
      'returns NaN',
      change('/ ys.length;', '/ ys.lenght;'),
      {
        check: 'loss',
        state: 'fail',
        message:
          'mse returned NaN, which is not a number, where a number is expected: is something divided by 0, or computed with something undefined?',
        expected: 'a number',
        received: 'NaN, which is not a number',
        call: MSE,
      },
    ],
    [
      'changes what was given',
      change('const heights = predict(m, c, xs);', 'const heights = predict(m, c, xs.reverse());'),
      {
        check: 'loss',
        state: 'fail',
        message: 'mse changed its argument 3 at .xs[0], which belongs to the caller: work on a copy',
        expected: '1 after the call, as before it',
        received: '3',
        call: MSE,
      },
    ],
    [
      'has not begun',
      change(RETURN, "throw new TodoError('Task 2: the mean of the squared differences');"),
      {
        check: 'loss',
        state: 'fail',
        cause: 'to do',
        message: `exercise.ts:${line(RETURN)}:9 is still to be written: Task 2: the mean of the squared differences`,
        call: MSE,
        place: { file: 'exercise.ts', line: line(RETURN), column: 9 },
      },
    ],
  ])('%s', async (_, source, expected) => {
    const seconds = expected.state === 'timeout' ? 0.5 : 20;
    expect(await told(source, seconds)).toEqual(expected);
  });
});
