import { expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { messageOf, said } from './test-expectations.ts';

const tensor = tensorValue([1, 2, 3, 4, 5, 6], [2, 3]);

it.each<[unknown, readonly (number | null)[]]>([
  [tensor, [2, 3]],
  [tensor, [null, 3]],
  [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [2, 3],
  ],
  [
    [Float32Array.of(1), Float32Array.of(2)],
    [2, 1],
  ],
  [
    [['a'], ['b']],
    [2, 1],
  ],
  [3, []],
  [[], [0]],
])('%j has the shape %j', async (value, shape) => {
  expect(await messageOf(value, ['toHaveShape', shape])).toBe('ok');
});

it.each<[unknown, readonly (number | null)[], string]>([
  [tensor, [3, 2], 'f has the shape [2, 3], where [3, 2] is expected: are rows and columns swapped?'],
  [tensor, [null, 4], 'f has the shape [2, 3], where [any, 4] is expected'],
  [tensor, [2, 3, 1], 'f has the shape [2, 3], where [2, 3, 1] is expected: an axis of length 1 missing'],
  [[[1, 2]], [2], 'f has the shape [1, 2], where [2] is expected: an axis of length 1 too many'],
  [5, [2], 'f has the shape [], where [2] is expected'],
  [undefined, [2], 'f is nothing (undefined), where a tensor or nested list of shape [2] is expected'],
  [
    [1, [2]],
    [2],
    'f is a list whose item [1] is a list, where the others are none, where a tensor or nested list of shape [2] is expected',
  ],
  [
    [[1], 2],
    [2],
    'f is a list whose item [1] is the number 2, where the others are lists, where a tensor or nested list of shape [2] is expected',
  ],
])('%j has not the shape %j', async (value, shape, message) => {
  expect(await messageOf(value, ['toHaveShape', shape])).toBe(message);
});

it('tells both shapes', async () => {
  expect(await said(tensor, ['toHaveShape', [6]])).toMatchObject({
    expected: 'shape [6]',
    received: 'shape [2, 3]',
  });
  expect(await messageOf(tensor, ['not.toHaveShape', [2, 3]])).toBe(
    'f has the shape [2, 3], which it should not have',
  );
});
