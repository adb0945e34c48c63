import { expect, it } from 'vitest';
import { StudentFailure } from '../submission/outcome.ts';
import { createDeadline } from './deadline.ts';
import { judgeCalls } from './judge-calls.ts';

const last = { operation: 'call', value: { arguments: [] }, name: 'double' } as const;
const calls = { last, call: 'double()', printed: '', count: 12 };

/** A deadline of which 1.2 of 1.5 seconds are spent, and what the next call came to when its time was up. */
function ended(limitMilliseconds?: number) {
  const deadline = createDeadline('picture');
  deadline.begin(1.5);
  deadline.spend(1200);
  const left = deadline.left();
  const failure = { state: 'timeout', limitMilliseconds: limitMilliseconds ?? left } as const;
  const thrown = new StudentFailure(failure, 'double: no answer within some time', '');
  return judgeCalls(thrown, { calls, deadline, seconds: 1.5, subject: 'picture' });
}

it('tells the time of all calls when that was up, not what was left of it', () => {
  expect(ended()).toEqual({
    state: 'timeout',
    message: 'double: no answer within 1.5 s: an endless loop?',
    facts: ['all calls of this picture may take 1.5 s together; this was call 12'],
  });
});

it('leaves the words of a call that was ended by a limit of its own', () => {
  expect(ended(100)).toEqual({ state: 'timeout', message: 'double: no answer within some time' });
});
