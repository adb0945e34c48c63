import { describe, expect, it } from 'vitest';
import { ExpectationFailure } from '../expect/expectation-failure.ts';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { StudentHandle } from '../submission/handle.ts';
import { testSubmissions } from '../submission/test-submissions.ts';
import { returns } from './returned.ts';
import { asynchronous, instance, pure, typedStudent } from './student.ts';

const { open } = testSubmissions({ limits: { callMilliseconds: 20_000 } });

const exports = {
  mse: returns.number,
  anything: returns.anyNumber,
  sorted: pure(returns.numbers),
  train: asynchronous(returns.number),
  Perceptron: instance({ predict: returns.number, weights: returns.numbers }),
};

async function studentOf(source: string) {
  return typedStudent(exports, await open(source));
}

/** The failure of a call. */
async function failure(call: Promise<unknown>): Promise<Pick<ExpectationFailure, 'message' | 'details'>> {
  return call.then(
    () => {
      throw new Error('the call brought a value');
    },
    (error: unknown) => error as ExpectationFailure,
  );
}

describe('a call', () => {
  it('brings a value of the declared kind', async () => {
    const student = await studentOf('export const mse = (a: number) => a * 2;');
    expect(await student.mse(3)).toBe(6);
  });

  it.each([
    ['', 'nothing (undefined), where a number is expected: is a "return" missing?'],
    [
      'return 0 / 0;',
      'NaN, which is not a number, where a number is expected: is something divided by 0, or computed with something undefined?',
    ],
    ['return 1 / 0;', 'Infinity, where a number is expected: is something divided by 0?'],
    ["return '1';", 'the text "1", where a number is expected'],
    [
      'return tf.scalar(1);',
      'a tensor of float32 of shape [] with 1 element, where a number is expected: dataSync()[0] is the number in it',
    ],
  ])('"%s" tells what came instead', async (body, expected) => {
    const student = await studentOf(
      `import { tf } from 'descent';\nexport function mse() { tf.memory(); ${body} }`,
    );
    const error = await failure(student.mse());
    expect(error).toBeInstanceOf(ExpectationFailure);
    expect(error.message).toBe(`mse returned ${expected}`);
    expect(error.details).toEqual({
      expected: 'a number',
      received: /^(.*), where/.exec(expected)![1],
    });
  });

  it('that is asynchronous is a mistake, unless it may be', async () => {
    const student = await studentOf('export async function mse() { return 1; }\nexport const train = mse;');
    expect((await failure(student.mse())).message).toBe(
      'mse returned a promise, where the value itself is expected: is it async?',
    );
    expect(await student.train()).toBe(1);
  });

  it('that changes its arguments is a mistake where they belong to the caller', async () => {
    const student = await studentOf(
      'export const sorted = (xs: number[]) => xs.sort();\nexport const mse = (xs: number[]) => xs.sort()[0];',
    );
    const error = await failure(student.sorted([3, 1, 2]));
    expect(error.message).toBe(
      'sorted changed its argument 1 at [0], which belongs to the caller: work on a copy',
    );
    expect(error.details).toEqual({ expected: '3 after the call, as before it', received: '1' });
    expect(await student.sorted([1, 2, 3])).toEqual([1, 2, 3]);
    expect(await student.mse([3, 1, 2])).toBe(1);
  });
});

describe('a class', () => {
  it('has instances, whose methods are read like functions', async () => {
    const student = await studentOf(`
      export class Perceptron {
        constructor(private readonly weight: number) {}
        predict(x: number) { return this.weight * x; }
        weights() { return this.weight; }
      }
      export const mse = (perceptron: Perceptron) => perceptron.predict(1);`);
    const perceptron = await student.Perceptron(3);
    expect(await perceptron.predict(2)).toBe(6);
    expect((await failure(perceptron.weights())).message).toBe(
      'Perceptron.weights returned the number 3, where a list of numbers is expected',
    );
    expect(perceptron.handle).toBeInstanceOf(StudentHandle);
    expect(await student.mse(perceptron.handle)).toBe(3);
  });

  it('that is missing is told', async () => {
    const student = await studentOf('class Perceptron {}');
    expect((await failure(student.Perceptron())).message).toBe(
      'exercise.ts:1 does not export "Perceptron": write "export" before its declaration',
    );
  });
});

it('takes tensors', async () => {
  const student = await studentOf(
    "import type { tf } from 'descent';\nexport const mse = (x: tf.Tensor) => x.size;",
  );
  expect(await student.mse(tensorValue([1, 2, 3]))).toBe(3);
});
