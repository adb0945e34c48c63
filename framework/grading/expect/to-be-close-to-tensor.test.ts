import * as tf from '#tensorflow';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { messageOf, said } from './test-expectations.ts';

const expected = tensorValue([1, 2, 3, 4, 5, 6], [2, 3]);
const close = (value: unknown, wanted: unknown = expected, options = {}) =>
  messageOf(value, ['toBeCloseToTensor', wanted, options]);

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

describe('numbers of the same shape', () => {
  it.each<[string, unknown, unknown]>([
    [
      'a tensor and a nested list',
      expected,
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['a list of typed arrays', [Float32Array.of(1, 2, 3), [4, 5, 6]], expected],
    ['a typed array', Float64Array.of(1, 2), [1, 2]],
    ['a number and a scalar', 1, tensorValue([1], [])],
    ['int32 and float32', tensorValue([1, 2], [2], 'int32'), [1, 2]],
    ['nothing at all', [], tensorValue([], [0])],
    ['rows of nothing', [[], []], tensorValue([], [2, 0])],
    ['what is not finite, as expected', [NaN, Infinity, -Infinity], [NaN, Infinity, -Infinity]],
    ['numbers within the tolerance', [1.00001, 1000.1], [1, 1000]],
  ])('match: %s', async (_, value, wanted) => {
    expect(await close(value, wanted)).toBe('ok');
  });

  it('may be a tensor of TensorFlow.js where they are expected', async () => {
    expect(
      await close(
        [
          [1, 2],
          [3, 4],
        ],
        tf.tensor([1, 2, 3, 4], [2, 2]),
      ),
    ).toBe('ok');
    expect(await said([1, 3], ['toBeCloseToTensor', tf.tensor([1, 2])])).toMatchObject({
      expected: '[1, 2]',
    });
  });

  it('match exactly within absolute + relative · |expected|', () => {
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    return fc.assert(
      fc.asyncProperty(number, fc.double({ min: -1, max: 1, noNaN: true }), async (wanted, off) => {
        const options = { absolute: 0.5, relative: 0.25 };
        const value = wanted + off * 2 * (0.5 + 0.25 * Math.abs(wanted));
        const isClose = Math.abs(value - wanted) <= 0.5 + 0.25 * Math.abs(wanted);
        expect((await close([value], [wanted], options)) === 'ok').toBe(isClose);
      }),
      { seed: 41, numRuns: 300 },
    );
  });
});

describe('the message', () => {
  it.each<[string, unknown, string]>([
    ['another kind', undefined, 'f is nothing (undefined), where numbers of shape [2, 3] are expected'],
    [
      'ragged rows',
      [
        [1, 2, 3],
        [4, 5],
      ],
      'f is a list whose rows differ in length: 3 and, at [1], 2, where numbers of shape [2, 3] are expected',
    ],
    [
      'no numbers',
      [
        [1, 2, 3],
        [4, 5, null],
      ],
      'f is a list whose element [1, 2] is null, where numbers of shape [2, 3] are expected',
    ],
    [
      'another shape',
      tensorValue([1, 2, 3, 4, 5, 6], [3, 2]),
      'f has the shape [3, 2], where [2, 3] is expected: are rows and columns swapped?',
    ],
    [
      'one element',
      [
        [1, 2, 3],
        [4, 5, 7],
      ],
      'f differs in 1 of 6 elements, first at [1, 2]: 7, where 6 is expected',
    ],
    [
      'the sign',
      [
        [-1, -2, -3],
        [-4, -5, -6],
      ],
      'f differs in 6 of 6 elements, first at [0, 0]: -1, where 1 is expected: every element has the opposite sign',
    ],
    [
      'a factor',
      [
        [2, 4, 6],
        [8, 10, 12],
      ],
      'f differs in 6 of 6 elements, first at [0, 0]: 2, where 1 is expected: every element is 2 times what is expected',
    ],
    ['no rows', Float64Array.from(expected.data), 'f has the shape [6], where [2, 3] is expected'],
    [
      'a constant',
      [
        [2, 3, 4],
        [5, 6, 7],
      ],
      'f differs in 6 of 6 elements, first at [0, 0]: 2, where 1 is expected: every element is 1 too large',
    ],
    [
      'nothing but 0',
      tensorValue(new Float32Array(6), [2, 3]),
      'f differs in 6 of 6 elements, first at [0, 0]: 0, where 1 is expected: every element is 0',
    ],
    [
      'NaN',
      [
        [1, NaN, 3],
        [4, NaN, 7],
      ],
      'f is NaN at [0, 1] (2 of 6 elements), which is not a number: is something divided by 0, or the logarithm of 0 taken?',
    ],
  ])('says what is wrong: %s', async (_, value, message) => {
    expect(await close(value)).toBe(message);
  });

  it.each<[string, unknown, unknown, string]>([
    ['a number', 2.5, 2, 'f is 2.5, where 2 is expected'],
    [
      'minus a third',
      [-1, -2],
      [3, 6],
      'f differs in 2 of 2 elements, first at [0]: -1, where 3 is expected: every element is minus 1/3 of what is expected',
    ],
    ['the sign alone', -3, 3, 'f is -3, where 3 is expected: it has the opposite sign'],
    [
      'NaN alone',
      NaN,
      2,
      'f is NaN, which is not a number: is something divided by 0, or the logarithm of 0 taken?',
    ],
    [
      'nothing but NaN',
      [NaN, NaN],
      [1, 2],
      'f is NaN at [0] (all of 2 elements), which is not a number: is something divided by 0, or the logarithm of 0 taken?',
    ],
    [
      'a square matrix, transposed',
      [
        [1, 3],
        [2, 4],
      ],
      [
        [1, 2],
        [3, 4],
      ],
      'f differs in 2 of 4 elements, first at [0, 1]: 3, where 2 is expected: are rows and columns swapped?',
    ],
    [
      'Infinity',
      [1, Infinity],
      [1, 2],
      'f differs in 1 of 2 elements, first at [1]: Infinity, where 2 is expected',
    ],
    [
      'an axis too many',
      [[1, 2]],
      [1, 2],
      'f has the shape [1, 2], where [2] is expected: an axis of length 1 too many',
    ],
    [
      'axes missing',
      [1, 2],
      [[[1, 2]]],
      'f has the shape [2], where [1, 1, 2] is expected: axes of length 1 missing',
    ],
  ])('for %s', async (_, value, wanted, message) => {
    expect(await close(value, wanted)).toBe(message);
  });

  it('comes with shapes, the largest errors and where they are', async () => {
    expect(
      await said(
        [
          [1, 2, 3.5],
          [4, 5, 7],
        ],
        ['toBeCloseToTensor', expected],
      ),
    ).toEqual({
      message: 'f differs in 2 of 6 elements, first at [0, 2]: 3.5, where 3 is expected',
      expected: 'a tensor of shape [2, 3]: [1, 2, 3, 4, 5, 6]',
      received: '[[1, 2, 3.5], [4, 5, 7]]',
      facts: [
        'shape [2, 3], as expected',
        'largest absolute error 1 at [1, 2]',
        'largest relative error 0.1666667 at [0, 2]',
        'allowed: 0.00001 plus 0.0001 times the expected number',
      ],
    });
  });

  it('for values that should differ', async () => {
    expect(await messageOf([1, 2], ['not.toBeCloseToTensor', [1, 2]])).toBe(
      'f is the same as [1, 2] (within 0.00001 plus 0.0001 times the expected number), which it should not be',
    );
  });
});

it('what is no numbers cannot be expected: a mistake of the check', async () => {
  await expect(said([1], ['toBeCloseToTensor', 'a'])).rejects.toThrow(
    new Error('toBeCloseToTensor expects the text "a"'),
  );
});
