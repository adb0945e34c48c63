import { describe, expect, it } from 'vitest';
import { openSubmission } from './host.ts';
import { studentProxy } from './student-proxy.ts';
import { testSubmissions } from './test-submissions.ts';

const { open, outcome } = testSubmissions({ limits: { callMilliseconds: 20_000, callbackCalls: 50 } });

describe('callbacks', () => {
  it('are called from synchronous code, with data, any number of times', async () => {
    const submission = await open(
      'export const f = (g: (x: number) => number) => [1, 2, 3].map(g).reduce((a, b) => a + b);',
    );
    const seen: unknown[] = [];
    const square = async (x: number) => {
      seen.push(x);
      await Promise.resolve();
      return x * x;
    };
    expect(await submission.call('f', [square])).toBe(14);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('may throw, which the student sees', async () => {
    const source = 'export function f(g: () => void) { try { g(); } catch (e) { return String(e); } }';
    const no = () => {
      throw new Error('no');
    };
    expect(await outcome(source, [no])).toMatchObject({ value: 'Error: no' });
  });

  it('have a limit', async () => {
    expect(await outcome('export function f(g: () => void) { for (;;) g(); }', [() => 1])).toMatchObject({
      state: 'called back too often',
      sentence: 'f called the function that it was given more than 50 times',
    });
  });

  it('cannot be given what is no data', async () => {
    expect(
      await outcome('export const f = (g: (x: symbol) => void) => g(Symbol());', [() => 1]),
    ).toMatchObject({
      sentence: 'exercise.ts:1:46 passed a symbol, which is no data',
    });
  });

  it('cannot ask the submission, which waits for them', async () => {
    const submission = await open('export const f = (g: () => number) => g();');
    expect(await submission.attempt('f', [() => submission.call('f', [])])).toMatchObject({
      sentence: 'exercise.ts:1:39 threw Error: a callback cannot ask the student process, which waits for it',
    });
  });

  it('that bring what is no data are a mistake of the tests', async () => {
    const submission = await open('export const f = (g: () => number) => g();');
    await expect(submission.call('f', [() => Symbol('a')])).rejects.toThrow(
      new Error('the tests passed a symbol, which is no data'),
    );
    await expect(submission.call('f', [Symbol('a')])).rejects.toThrow(
      new Error('the tests passed a symbol, which is no data'),
    );
  });
});

describe('a submission', () => {
  it('gets a fresh process after each that was killed, and is asked in turn', async () => {
    const submission = await open(
      'let calls = 0;\nexport const f = () => ++calls;\nexport const loop = () => { for (;;); };',
    );
    const [first, loop, second, third] = await Promise.all([
      submission.attempt('f'),
      submission.attempt('loop', [], { milliseconds: 200 }),
      submission.attempt('f'),
      submission.attempt('f'),
    ]);
    expect([first, loop, second, third]).toMatchObject([
      { value: 1 },
      { state: 'timeout' },
      { value: 1 },
      { value: 2 },
    ]);
  });

  it('tells its exports, and answers as asynchronous functions', async () => {
    const submission = await open(
      'export const a = 1;\nexport function f() { return a; }\nexport class C {}',
    );
    expect(await submission.exports()).toEqual([
      { name: 'a', kind: 'value' },
      { name: 'f', kind: 'function' },
      { name: 'C', kind: 'class' },
    ]);
    const student = studentProxy(submission);
    expect(await student.f!()).toBe(1);
    expect(await submission.get('a')).toBe(1);
    // Awaiting the proxy itself must not ask for a function `then`.
    expect(await Promise.resolve(student)).toBe(student);
  });

  it('that cannot be loaded says so at every question', async () => {
    const submission = await open('export const f = ;');
    const expected = 'exercise.ts:1:18 cannot be read: Unexpected token';
    expect(await submission.loaded()).toMatchObject({ sentence: expected });
    await expect(submission.exports()).rejects.toHaveProperty('message', expected);
    await expect(submission.call('f')).rejects.toHaveProperty('message', expected);
    await expect(submission.get('f')).rejects.toHaveProperty('message', expected);
  });

  it('without files is a mistake of the tests', async () => {
    await expect(openSubmission({ files: {} })).rejects.toThrow(
      new Error('the submission has no entry file'),
    );
  });

  it('can be closed while it works', async () => {
    const submission = await open('export const f = () => { for (;;); };');
    const pending = submission.attempt('f');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await submission.close();
    expect(await pending).toMatchObject({ state: 'exited', signal: 'closed by the tests' });
    await expect(async () => submission.call('f')).rejects.toThrow(new Error('the submission is closed'));
  });
});
