import { describe, expect, it } from 'vitest';
import { ExpectationFailure } from '../expect/expectation-failure.ts';
import { StudentFailure, type Failure } from '../submission/outcome.ts';
import { judgeFailure } from './judge-failure.ts';

describe('the fault is of the submission', () => {
  it('when an expectation fails', () => {
    const details = { expected: '1', received: '2', facts: ['difference 1'], hasAsked: true };
    expect(judgeFailure(new ExpectationFailure('f is 2', details))).toEqual({
      state: 'fail',
      message: 'f is 2',
      expected: '1',
      received: '2',
      facts: ['difference 1'],
    });
    expect(judgeFailure(new ExpectationFailure('no'))).toEqual({ state: 'fail', message: 'no' });
  });

  it.each<[Failure, string]>([
    [{ state: 'never settles' }, 'fail'],
    [{ state: 'missing export', help: '' }, 'fail'],
    [{ state: 'timeout', limitMilliseconds: 1 }, 'timeout'],
    [{ state: 'out of memory', megabytes: 1 }, 'crashed'],
    [{ state: 'exited', code: 0, signal: null }, 'crashed'],
    [{ state: 'protocol violation', reason: '' }, 'crashed'],
    [{ state: 'printed too much', bytes: 1 }, 'crashed'],
    [{ state: 'called back too often', calls: 1 }, 'crashed'],
    [{ state: 'gone', name: 'f' }, 'crashed'],
  ])('when a call ends so: %j', (failure, state) => {
    expect(judgeFailure(new StudentFailure(failure, 'sentence', ''))).toEqual({ state, message: 'sentence' });
  });

  it('when a call throws, with the place that was told', () => {
    const error = { name: 'Error', message: 'no' };
    const judge = (more: object) =>
      judgeFailure(new StudentFailure({ state: 'error', error: { ...error, ...more } }, 'sentence', ''));
    const fail = { state: 'fail', message: 'sentence' };
    expect(judge({})).toEqual(fail);
    expect(judge({ file: 'a.ts' })).toEqual(fail);
    expect(judge({ file: 'a.ts', line: 2 })).toEqual({ ...fail, place: { file: 'a.ts', line: 2 } });
    expect(judge({ file: 'a.ts', line: 2, column: 3 })).toEqual({
      ...fail,
      place: { file: 'a.ts', line: 2, column: 3 },
    });
    expect(judge({ name: 'TodoError' })).toEqual({ ...fail, cause: 'to do' });
  });

  it('and its words are cut', () => {
    const { message } = judgeFailure(new StudentFailure({ state: 'never settles' }, 'x'.repeat(90_000), ''));
    expect(message).toBe(`${'x'.repeat(2_499)}…`);
  });
});

describe('the fault is ours', () => {
  it.each<[unknown, RegExp]>([
    [new TypeError('broken'), /^TypeError: broken\n +at /],
    [new Error('the tests passed a symbol, which is no data'), /^Error: the tests passed a symbol/],
    ['text', /^text$/],
    [undefined, /^undefined$/],
  ])('when anything else is thrown: %s', (thrown, message) => {
    const judged = judgeFailure(thrown);
    expect(judged.state).toBe('grader error');
    expect(judged.message).toMatch(message);
  });
});
