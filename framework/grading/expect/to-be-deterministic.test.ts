import { expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { messageOf, said } from './test-expectations.ts';

/** A function that brings one value after the other. */
function oneAfterTheOther(...values: readonly unknown[]) {
  let calls = 0;
  return () => Promise.resolve(values[calls++]);
}

it.each<[string, () => unknown]>([
  ['numbers', () => [1, NaN, -0]],
  ['tensors', () => ({ w: tensorValue([1, NaN]) })],
  ['nothing', () => undefined],
])('the same twice: %s', async (_, make) => {
  expect(await messageOf(make, ['toBeDeterministic'])).toBe('ok');
});

const advice = 'where both should be the same: does every random number come from the seed?';

it.each<[string, unknown, unknown, string]>([
  ['a number', 1, 2, `f brings 1 the first time and 2 the second time, ${advice}`],
  ['its last bit', 0, -0, `f brings 0 the first time and -0 the second time, ${advice}`],
  [
    'one of a record',
    { w: [1, 2] },
    { w: [1, 3] },
    `f brings 2 at .w[1] the first time and 3 the second time, ${advice}`,
  ],
  [
    'an element',
    tensorValue([1, 2, 3, 4], [2, 2]),
    tensorValue([1, 2, 5, 4], [2, 2]),
    `f brings 3 at [1, 0] the first time and 5 the second time, ${advice}`,
  ],
  ['the length', [1], [1, 1], `f brings [1] the first time and [1, 1] the second time, ${advice}`],
])('something else the second time: %s', async (_, one, other, message) => {
  expect(await messageOf(oneAfterTheOther(one, other), ['toBeDeterministic'])).toBe(message);
});

it('shows both', async () => {
  expect(await said(oneAfterTheOther([1, 2], [1, 3]), ['toBeDeterministic'])).toMatchObject({
    expected: 'the same both times: [1, 2]',
    received: '[1, 3]',
  });
  expect(await messageOf(oneAfterTheOther(1, 1), ['not.toBeDeterministic'])).toBe(
    'f brings the same twice, which it should not',
  );
});

it('passes on what the function throws; something else than a function is a mistake of the check', async () => {
  const failing = () => Promise.reject(new Error('no'));
  await expect(said(failing, ['toBeDeterministic'])).rejects.toThrow(new Error('no'));
  await expect(said(1, ['toBeDeterministic'])).rejects.toThrow(
    new Error('toBeDeterministic needs a function to call twice'),
  );
});
