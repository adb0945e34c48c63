import fc from 'fast-check';
import { describe, expect as assert, it } from 'vitest';
import { tensorValue, type TensorValue } from '../submission/codec/tensor-value.ts';
import { expect } from './expect.ts';
import { messageOf, said } from './test-expectations.ts';

const points = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };
const loss = (m: number, c: number) =>
  points.xs.reduce((sum, x, i) => sum + (m * x + c - points.ys[i]!) ** 2, 0) / points.xs.length;
function gradient(m: number, c: number): [number, number] {
  const errors = points.xs.map((x, i) => m * x + c - points.ys[i]!);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [2 * mean(errors.map((error, i) => error * points.xs[i]!)), 2 * mean(errors)];
}
const of = ([m, c]: readonly [number, number]) => loss(m, c);

describe('a gradient that is right', () => {
  it('matches anywhere, and no longer when one component is off', () =>
    fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
        fc.constantFrom(0, 1),
        async ([m, c], component) => {
          const right = gradient(m, c);
          await expect(right).toMatchFiniteDifferences(of, [m, c]);
          const wrong = right.with(component, right[component] * 1.01 + 0.01);
          await expect(wrong).not.toMatchFiniteDifferences(of, [m, c]);
        },
      ),
      { seed: 43, numRuns: 200 },
    ));

  it('may be a number, a list, a record, a tensor or all of them; the function may be asynchronous', async () => {
    await expect(6).toMatchFiniteDifferences((x) => Promise.resolve(x * x), 3);
    const [m, c] = gradient(0, 1);
    await expect({ m, c }).toMatchFiniteDifferences((line) => loss(line.m, line.c), { m: 0, c: 1 });
    const square = (x: TensorValue) =>
      tensorValue([Array.from(x.data).reduce((sum, value) => sum + value ** 2, 0)], []);
    await expect(tensorValue([2, 4, 6, 8], [2, 2])).toMatchFiniteDifferences(
      square,
      tensorValue([1, 2, 3, 4], [2, 2]),
    );
    await expect([[2, 4], [[6]]]).toMatchFiniteDifferences(
      ([w, [b]]) => square(w).data[0]! + b[0] ** 2,
      [tensorValue([1, 2]), [[3]]],
    );
  });
});

describe('the message', () => {
  const [dm, dc] = gradient(0, 0);
  it.each<[string, unknown, string]>([
    [
      'the sign',
      [-dm, -dc],
      'f is 19 at [0], where finite differences give -19 (2 of 2 components differ): every component has the opposite sign',
    ],
    [
      'a sum where the mean is asked for',
      [3 * dm, 3 * dc],
      'f is -57 at [0], where finite differences give -19 (2 of 2 components differ): every component is 3 times what is expected',
    ],
    [
      'one component',
      [dm, dc + 1],
      'f is -7.133333 at [1], where finite differences give -8.133333 (1 of 2 components differs)',
    ],
    ['NaN', [dm, NaN], 'f is NaN at [1], where a finite number is expected'],
    ['too few', [dm], 'f has the shape [1], where [2] is expected'],
    ['no gradient', undefined, 'f is nothing (undefined), where numbers of shape [2] are expected'],
  ])('names %s', async (_, value, message) => {
    assert(await messageOf(value, ['toMatchFiniteDifferences', of, [0, 0]])).toBe(message);
  });

  it.each<[string, unknown, unknown, unknown, string]>([
    ['a number', 1, (x: number) => x * x, 3, 'f is 1, where finite differences give 6'],
    [
      'a record',
      { dm: 1, dc: 1 },
      () => 0,
      { m: 1, c: 1 },
      'f is { dm: 1, dc: 1 }, where an object { m, c } is expected',
    ],
    [
      'within a record',
      { w: [1, 2], b: 'x' },
      () => 0,
      { w: [1, 2], b: 1 },
      'f is the text "x" at .b, where a number is expected',
    ],
    [
      'a component within a record',
      { w: tensorValue([0, 1]), b: 0 },
      () => 0,
      { w: [1, 2], b: 1 },
      'f is 1 at w[1], where finite differences give 0 (1 of 3 components differs)',
    ],
    ['a mixed list', [1], () => 0, [1, tensorValue([1])], 'f is the list [1], where a list of 2 is expected'],
    [
      'a function that is NaN',
      1,
      () => NaN,
      2,
      'f cannot be compared with finite differences: beside the point = 2 the function is NaN',
    ],
    [
      'a function without a value',
      [1],
      () => undefined,
      [2],
      'f cannot be compared with finite differences: beside [0] = 2 the function is nothing (undefined)',
    ],
  ])('for %s', async (_, value, f, at, message) => {
    assert(await messageOf(value, ['toMatchFiniteDifferences', f, at])).toBe(message);
  });

  it('shows both gradients', async () => {
    assert(
      await said([1, 2], ['toMatchFiniteDifferences', ([a, b]: number[]) => a! + b!, [0, 0]]),
    ).toMatchObject({
      received: '[1, 2]',
      expected: '[1, 1] by finite differences',
      hasAsked: true,
    });
    assert(await messageOf(6, ['not.toMatchFiniteDifferences', (x: number) => x * x, 3])).toBe(
      'f agrees with finite differences, which it should not',
    );
  });
});

it('of many components some are compared, evenly spread, at two calls each', async () => {
  let calls = 0;
  const size = 5_000;
  const sum = (x: TensorValue) => {
    calls++;
    return Array.from(x.data).reduce((total, value) => total + value, 0);
  };
  const ones = new Float32Array(size).fill(1);
  const at = tensorValue(new Float32Array(size));
  const options = { components: 20, step: 1 };
  await expect(ones).toMatchFiniteDifferences(sum, at, options);
  assert(calls).toBe(40);
  await expect(ones.with(2_500, 9)).not.toMatchFiniteDifferences(sum, at, options);
});

it('passes on what the function throws', async () => {
  const failing = () => Promise.reject(new Error('no'));
  await assert(said(1, ['toMatchFiniteDifferences', failing, 1])).rejects.toThrow(new Error('no'));
});
