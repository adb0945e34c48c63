import { expect, it } from 'vitest';
import { StudentFailure } from '../submission/outcome.ts';
import { createDeadline } from './deadline.ts';

it('leaves what the calls have not spent, and begins anew with each trial', () => {
  const deadline = createDeadline();
  deadline.begin(2);
  expect(deadline.left()).toBe(2000);
  deadline.spend(500);
  expect(deadline.left()).toBe(1500);
  deadline.begin(0.1);
  expect(deadline.left()).toBe(100);
});

it('refuses a call when nothing is left', () => {
  const deadline = createDeadline();
  deadline.begin(2);
  for (let call = 0; call < 4; call++) deadline.spend(500);
  const failure = (() => {
    try {
      return deadline.left();
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(StudentFailure);
  expect(failure).toMatchObject({
    message:
      'the calls of this check took more than 2 s together: is something slow, or does it never come to an end?',
    failure: { state: 'timeout', limitMilliseconds: 2000 },
  });
});

it('calls it as it is told what the calls are made for', () => {
  const deadline = createDeadline('picture');
  deadline.begin(0);
  expect(() => deadline.left()).toThrow(
    'the calls of this picture took more than 0 s together: is something slow, or does it never come to an end?',
  );
});

it('knows the calls that it has ended', () => {
  const deadline = createDeadline();
  deadline.begin(2);
  deadline.spend(300);
  const limitMilliseconds = deadline.left();
  expect(deadline.hasEnded({ state: 'timeout', limitMilliseconds })).toBe(true);
  expect(deadline.hasEnded({ state: 'timeout', limitMilliseconds: 50 })).toBe(false);
  expect(deadline.hasEnded({ state: 'never settles' })).toBe(false);
});
