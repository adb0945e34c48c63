import { expect, it } from 'vitest';
import type { CheckResult } from '../result/result.ts';
import { verdictOf } from './mutant-verdict.ts';

const check = (result: Partial<CheckResult>): CheckResult => ({
  id: 'twice-three',
  title: 'twice three',
  task: 1,
  visibility: 'visible',
  state: 'fail',
  points: 0,
  maximumPoints: 1,
  milliseconds: 0,
  trials: [],
  ...result,
});

it('a check rejects what it judges to be wrong, and what ends otherwise than by an answer', () => {
  expect(verdictOf(check({ message: 'the height' }))).toBe('rejected');
  expect(verdictOf(check({ state: 'timeout' }))).toBe('rejected');
  expect(verdictOf(check({ message: 'exercise.ts:5:3 threw RangeError: too many' }))).toBe('rejected');
  expect(verdictOf(check({ state: 'pass' }))).toBe('passed');
});

it('nothing is proven by an answer that breaks down before it can be wrong', () => {
  expect(verdictOf(check({ cause: 'not loaded', message: 'Unexpected "}"' }))).toBe(
    'not loaded: Unexpected "}"',
  );
  expect(verdictOf(check({ state: 'skipped', needs: ['a', 'b'] }))).toBe('skipped: it needs a and b');
  expect(verdictOf(check({ state: 'grader error', message: 'six is not defined' }))).toBe(
    'the check is broken: six is not defined',
  );
  expect(verdictOf(check({ message: 'exercise.ts:5:3 threw ReferenceError: right is not defined' }))).toBe(
    'it proves nothing, as it breaks down: exercise.ts:5:3 threw ReferenceError: right is not defined',
  );
});
