import { expect, it } from 'vitest';
import { messageOf, said } from './test-expectations.ts';
import type { ReachOptions } from './to-reach.ts';

it.each<[unknown, number, ReachOptions, string]>([
  [0.9, 0.9, { better: 'higher' }, 'ok'],
  [0.1, 0.1, { better: 'lower' }, 'ok'],
  [0.72, 0.9, { better: 'higher' }, 'f is 0.72, where at least 0.9 is expected'],
  [3, 2, { better: 'lower', what: 'the test error' }, 'the test error is 3, where at most 2 is expected'],
  [
    0.72,
    0.9,
    { better: 'higher', baseline: 0.44, what: 'test accuracy' },
    'test accuracy is 0.72, where at least 0.9 is expected; a guess that learns nothing has 0.44',
  ],
  [
    0.44,
    0.9,
    { better: 'higher', baseline: 0.44 },
    'f is 0.44, where at least 0.9 is expected, no better than the 0.44 of a guess that learns nothing',
  ],
  [
    5,
    1,
    { better: 'lower', baseline: 4 },
    'f is 5, where at most 1 is expected, no better than the 4 of a guess that learns nothing',
  ],
  [NaN, 0.9, { better: 'higher', baseline: 0.4 }, 'f is NaN, where at least 0.9 is expected'],
  ['0.95', 0.9, { better: 'higher' }, 'f is the text "0.95", where at least 0.9 is expected'],
  [Infinity, 1, { better: 'lower' }, 'f is Infinity, where at most 1 is expected'],
])('%j against %j: %j', async (value, target, options, message) => {
  expect(await messageOf(value, ['toReach', target, options])).toBe(message);
});

it('says how far it is', async () => {
  expect(await said(0.72, ['toReach', 0.9, { better: 'higher' }])).toMatchObject({
    expected: 'at least 0.9',
    received: '0.72',
    facts: ['0.18 too low'],
  });
  expect(await said(3, ['toReach', 2, { better: 'lower' }])).toMatchObject({ facts: ['1 too high'] });
  expect(await messageOf(1, ['not.toReach', 0.5, { better: 'higher' }])).toBe(
    'f is 1, which is at least 0.5, and should not be',
  );
});
