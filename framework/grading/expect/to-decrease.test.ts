import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tensorValue } from '../submission/codec/tensor-value.ts';
import { messageOf, said } from './test-expectations.ts';
import type { DecreaseOptions } from './to-decrease.ts';

const decrease = (value: unknown, options?: DecreaseOptions) => messageOf(value, ['toDecrease', options]);

it.each<[unknown, DecreaseOptions | undefined]>([
  [[3, 5, 1], undefined],
  [Float32Array.of(2, 1), undefined],
  [tensorValue([2, 1]), undefined],
  [[2, 1, 1], { everyStep: true }],
  [[1, 1 + 1e-12, 0.5], { everyStep: true }],
  [[1, 1.05, 0.5], { everyStep: true, tolerance: 0.1 }],
  [[10, 1], { by: 0.9 }],
  [[-1, -2], { by: 1 }],
])('%j falls as %j asks', async (value, options) => {
  expect(await decrease(value, options)).toBe('ok');
});

describe('the message says', () => {
  it.each<[string, unknown, DecreaseOptions, string]>([
    ['that it grew', [1, 0.5, 2], {}, 'f grows from 1 to 2, where it should fall: which way does a step go?'],
    ['that it stayed', [3, 3, 3], {}, 'f stays 3, where it should fall: does a step change the parameters?'],
    ['that it came back', [3, 2, 3], {}, 'f ends where it begins, at 3, where it should fall'],
    [
      'where it grew',
      [5, 3, 4, 1],
      { everyStep: true },
      'f grows at [2], from 3 to 4, where no step should raise it',
    ],
    [
      'by how little it fell',
      [10, 5],
      { by: 0.9 },
      'f falls from 10 to 5, by 50 %; at least 90 % are expected',
    ],
    ['that it is NaN', [1, NaN, 3], {}, 'f is NaN at [1], of 3 numbers: are the steps too large?'],
    [
      'that it is endless',
      [1, 2, Infinity],
      {},
      'f is Infinity at [2], of 3 numbers: are the steps too large?',
    ],
    ['that it is short', [1], {}, 'f is a list of 1 number, where a list of two numbers or more is expected'],
    ['that it is empty', [], {}, 'f is a list of 0 numbers, where a list of two numbers or more is expected'],
    ['that it is no list', 3, {}, 'f is 3, where a list of two numbers or more is expected'],
    [
      'that it is nothing',
      undefined,
      { by: 0.5, everyStep: true },
      'f is nothing (undefined), where numbers that fall by at least 50 % and never rise are expected',
    ],
    [
      'what is no number',
      [1, '2'],
      {},
      'f is a list whose element [1] is the text "2", where numbers that fall are expected',
    ],
  ])('%s', async (_, value, options, message) => {
    expect(await decrease(value, options)).toBe(message);
  });

  it('how often it grew, and where most', async () => {
    expect(await said([5, 3, 4, 1, 3, 2], ['toDecrease', { everyStep: true }])).toEqual({
      message: 'f grows at [2], from 3 to 4, where no step should raise it',
      expected: 'numbers that fall and never rise',
      received: '[5, 3, 4, 1, 3, 2]',
      facts: ['it grows at 2 of 5 steps, most at [4]', 'first and last: from 5 to 2'],
    });
  });

  it('that it fell where it should not', async () => {
    expect(await messageOf([2, 1], ['not.toDecrease'])).toBe('f falls from 2 to 1, which it should not');
  });
});

it('every step falls in a sorted history, and not in one with a rise', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 30 }),
      fc.nat(),
      async (numbers, place) => {
        const sorted = numbers.sort((one, other) => other - one);
        expect(await decrease(sorted, { everyStep: true })).toBe('ok');
        const at = 1 + (place % (sorted.length - 1));
        const risen = sorted.with(at, sorted[at - 1]! + 1);
        expect(await decrease(risen, { everyStep: true })).toContain(`f grows at [${at}], from `);
      },
    ),
    { seed: 42, numRuns: 200 },
  ));
