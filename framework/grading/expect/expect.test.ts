import fc from 'fast-check';
import { describe, expect as assert, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { expect } from './expect.ts';
import { messageOf, said, type Asked } from './test-expectations.ts';

describe('the message about a value', () => {
  it.each<[unknown, Asked, string]>([
    [2, ['toBe', 1], 'f is 2, where 1 is expected'],
    [undefined, ['toBe', 1], 'f is undefined, where 1 is expected'],
    [0, ['toBe', -0], 'f is 0, where -0 is expected'],
    ['a', ['toBe', 'b'], 'f is "a", where "b" is expected'],
    [1, ['not.toBe', 1], 'f is 1, which it should not be'],
    [[1, 2], ['toEqual', [1, 3]], 'f is [1, 2], where [1, 3] is expected'],
    [{ m: 1 }, ['toEqual', { m: 1, c: 0 }], 'f is { m: 1 }, where { m: 1, c: 0 } is expected'],
    [
      tensorValue([1, 2]),
      ['toEqual', [1, 2]],
      'f is a tensor of shape [2]: [1, 2], where [1, 2] is expected',
    ],
    [[1], ['not.toEqual', [1]], 'f is [1], which it should not be'],
    [1.01, ['toBeCloseTo', 1], 'f is 1.01, where 1 within 0.00005 is expected'],
    [1.01, ['toBeCloseTo', 1, 2], 'f is 1.01, where 1 within 0.005 is expected'],
    ['1', ['toBeCloseTo', 1], 'f is "1", where 1 within 0.00005 is expected'],
    [NaN, ['toBeCloseTo', 1], 'f is NaN, where 1 within 0.00005 is expected'],
    [1, ['not.toBeCloseTo', 1], 'f is 1 within 0.00005, which it should not be'],
    [1, ['toBeGreaterThan', 1], 'f is 1, where more than 1 is expected'],
    [NaN, ['toBeGreaterThanOrEqual', 1], 'f is NaN, where at least 1 is expected'],
    [[0], ['toBeLessThan', 1], 'f is [0], where less than 1 is expected'],
    [2, ['toBeLessThanOrEqual', 1], 'f is 2, where at most 1 is expected'],
    [[1], ['toHaveLength', 2], 'f is of length 1: [1], where a length of 2 is expected'],
    ['abc', ['not.toHaveLength', 3], 'f is of length 3: "abc", which it should not be'],
    [3, ['toHaveLength', 1], 'f is 3, where a length of 1 is expected'],
  ])('%j %j', async (value, asked, expected) => {
    assert(await messageOf(value, asked)).toBe(expected);
  });

  it('comes with the difference, or the first place that differs', async () => {
    assert(await said(1.5, ['toBeCloseTo', 1])).toEqual({
      message: 'f is 1.5, where 1 within 0.00005 is expected',
      expected: '1 within 0.00005',
      received: '1.5',
      facts: ['difference 0.5'],
    });
    assert(await said({ xs: [1, [2, 3]] }, ['toEqual', { xs: [1, [2, 4]] }])).toEqual({
      message: 'f is { xs: [1, [2, 3]] }, where { xs: [1, [2, 4]] } is expected',
      expected: '{ xs: [1, [2, 4]] }',
      received: '{ xs: [1, [2, 3]] }',
      facts: ['first difference at .xs[1][1]: 3, where 4 is expected'],
    });
  });

  it('without a name calls it the value', () => {
    assert(() => {
      expect(2).toBe(1);
    }).toThrow('the value is 2, where 1 is expected');
  });
});

describe('not', () => {
  it('is the opposite', async () => {
    const small = fc.integer({ min: -3, max: 3 });
    const matcher = fc.constantFrom(
      'toBe',
      'toEqual',
      'toBeCloseTo',
      'toBeGreaterThan',
      'toBeGreaterThanOrEqual',
      'toBeLessThan',
      'toBeLessThanOrEqual',
      'toBeCloseToTensor',
    );
    await fc.assert(
      fc.asyncProperty(small, small, matcher, async (value, other, name) => {
        const [one, opposite] = [
          await messageOf(value, [name, other]),
          await messageOf(value, [`not.${name}`, other]),
        ];
        assert([one === 'ok', opposite === 'ok']).toEqual(one === 'ok' ? [true, false] : [false, true]);
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it.each<[unknown, Asked]>([
    [NaN, ['toBeCloseTo', 1]],
    [undefined, ['toBeCloseTo', 1]],
    [NaN, ['toBeGreaterThan', 1]],
    [[3], ['toBeLessThan', 1]],
    [undefined, ['toHaveLength', 1]],
    [undefined, ['toHaveShape', [1]]],
    [[NaN], ['toBeCloseToTensor', [1]]],
    [
      [1, 2],
      ['toBeCloseToTensor', [1]],
    ],
    [[1, NaN], ['toDecrease']],
    [NaN, ['toReach', 1, { better: 'higher' }]],
    [NaN, ['toMatchFiniteDifferences', (x: number) => x, 1]],
  ])('fails for %o, of which %j cannot be asked', async (value, [name, ...parameters]) => {
    const [message, opposite] = [
      await messageOf(value, [name, ...parameters]),
      await messageOf(value, [`not.${name}`, ...parameters]),
    ];
    assert(message).not.toBe('ok');
    assert(opposite).toBe(message);
  });
});

describe('hostile values', () => {
  const asks: readonly Asked[] = [
    ['toBe', 1],
    ['toEqual', [1, { a: 2 }]],
    ['toBeCloseTo', 1],
    ['toBeGreaterThan', 1],
    ['toHaveLength', 1_000_000_000],
    ['toHaveShape', [3, null]],
    ['toBeCloseToTensor', [[1, 2]]],
    ['toDecrease', { everyStep: true }],
    ['toReach', 1, { better: 'higher', baseline: 0 }],
    ['toMatchFiniteDifferences', () => 1, { m: 1, w: [2] }],
  ];
  const boundOf = (result: unknown) => JSON.stringify(result).length;

  it('only ever fail an expectation, in bounded words', async () => {
    const value = fc.anything({
      maxDepth: 8,
      withBigInt: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(...asks), async (value, asked) => {
        assert(boundOf(await said(value, asked))).toBeLessThan(2_500);
      }),
      { seed: 32, numRuns: 2_000 },
    );
  });

  it.each<[string, unknown]>([
    ['a million numbers', new Float64Array(1_000_000)],
    ['100,000 rows', Array.from({ length: 100_000 }, () => [1])],
    ['a tensor', tensorValue(new Float32Array(1_000_000), [2, 500_000])],
    [
      'a record',
      Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`\u001b${i}`, 'x'.repeat(9_000)])),
    ],
    ['long texts', Array.from({ length: 5_000 }, () => '\u001b]0;x\u0007'.repeat(1_000))],
    ['a whole number', 10n ** 9_000n],
    ['deep lists', JSON.parse('['.repeat(32) + ']'.repeat(32))],
  ])('may be as large as %s', async (_, value) => {
    for (const asked of asks) {
      const result = await said(value, asked);
      assert(result).not.toBe('ok');
      assert(boundOf(result)).toBeLessThan(2_500);
      // eslint-disable-next-line no-control-regex -- nothing that a terminal acts on
      assert(Object.values(result).flat().join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  });
});
