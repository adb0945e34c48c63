import { describe, expect as assert, it } from 'vitest';
import { returns } from '../check/returned.ts';
import { expect } from '../expect/expect.ts';
import { checkFile, testGradings } from './test-grading.ts';

const { grade, open } = testGradings();

const exports = { f: returns.anyNumber };
const one = { task: 1, points: 2, hint: 'Think.' } as const;

/** A check whether f returns 1. */
const whetherOne = checkFile(exports, ({ check, student }) => {
  check('one', one, async () => {
    expect(await student.f(7), 'f').toBe(1);
  });
});

const thresholds = [
  [10, 1],
  [20, 2],
] as const;
const measuring = checkFile(exports, ({ check, student }) => {
  check('measured', { ...one, partial: thresholds }, async () => student.f());
});

describe('every state is reached by a real submission', () => {
  it('pass', async () => {
    const { one: result } = await grade('export const f = () => 1;', [whetherOne]);
    assert(result).toEqual({
      id: 'one',
      title: 'one',
      task: 1,
      visibility: 'visible',
      state: 'pass',
      points: 2,
      maximumPoints: 2,
      milliseconds: assert.any(Number) as number,
      trials: [{ seed: 1, state: 'pass' }],
    });
  });

  it('fail, with all that helps', async () => {
    const source = "export const f = (x: number) => { console.log('x is', x); return x / 2; };";
    const { one: result } = await grade(source, [whetherOne]);
    assert(result).toEqual({
      id: 'one',
      title: 'one',
      task: 1,
      visibility: 'visible',
      state: 'fail',
      points: 0,
      maximumPoints: 2,
      message: 'f is 3.5, where 1 is expected',
      expected: '1',
      received: '3.5',
      call: 'f(7)',
      hint: 'Think.',
      printed: 'x is 7\n',
      milliseconds: assert.any(Number) as number,
      trials: [{ seed: 1, state: 'fail' }],
    });
  });

  it('fail, by an exception, with its place', async () => {
    const source = "export const f = () => {\n  throw new RangeError('no');\n};\n";
    const { one: result } = await grade(source, [whetherOne]);
    assert(result).toMatchObject({
      state: 'fail',
      message: 'exercise.ts:2:9 threw RangeError: no',
      place: { file: 'exercise.ts', line: 2, column: 9 },
    });
  });

  it('fail, as it is still to be written', async () => {
    const source =
      "import { TodoError } from 'descent';\nexport function f() {\n  throw new TodoError('Task 1: one');\n}\n";
    const { one: result } = await grade(source, [whetherOne]);
    assert(result).toMatchObject({
      state: 'fail',
      cause: 'to do',
      message: 'exercise.ts:3:9 is still to be written: Task 1: one',
      place: { file: 'exercise.ts', line: 3, column: 9 },
    });
  });

  it.each([
    ['export const f = () => 20;', 'pass', 2, undefined],
    ['export const f = () => 19;', 'partial', 1, 'reached 19; all 2 points need at least 20'],
    ['export const f = () => 9;', 'fail', 0, 'reached 9; all 2 points need at least 20'],
    ['export const f = () => NaN;', 'fail', 0, 'reached NaN; all 2 points need at least 20'],
    ['export const f = () => Infinity;', 'pass', 2, undefined],
  ])('partial: %s', async (source, state, points, message) => {
    const { measured } = await grade(source, [measuring]);
    assert({ state: measured!.state, points: measured!.points, message: measured!.message }).toEqual({
      state,
      points,
      message,
    });
  });

  it('skipped, as an earlier check did not pass', async () => {
    const file = checkFile(exports, ({ check, student }) => {
      check('one', one, async () => {
        expect(await student.f(7), 'f').toBe(1);
      });
      check('two', { ...one, after: ['one'] }, async () => {
        expect(await student.f(2), 'f').toBe(1);
      });
      check('three', { ...one, after: ['two'] }, async () => {
        expect(await student.f(3), 'f').toBe(1);
      });
    });
    const { two, three } = await grade('export const f = (x: number) => x;', [file]);
    assert(two).toEqual({
      id: 'two',
      title: 'two',
      task: 1,
      visibility: 'visible',
      state: 'skipped',
      points: 0,
      maximumPoints: 2,
      hint: 'Think.',
      needs: ['one'],
      milliseconds: 0,
      trials: [],
    });
    assert(three).toMatchObject({ state: 'skipped', needs: ['two'] });
  });

  it('timeout, told as the limit of the check; the next check has a fresh process', async () => {
    const file = checkFile(exports, ({ check, student }) => {
      check('loops', { ...one, timeout: 0.3 }, async () => {
        expect(await student.f(1), 'f').toBe(1);
        expect(await student.f(0), 'f').toBe(1);
      });
      check('one', one, async () => {
        expect(await student.f(1), 'f').toBe(1);
      });
    });
    const { loops, one: next } = await grade(
      'export const f = (x: number) => { while (x === 0); return 1; };',
      [file],
    );
    assert(loops).toMatchObject({
      state: 'timeout',
      points: 0,
      message: 'f: no answer within 0.3 s: an endless loop?',
      facts: ['all calls of this check may take 0.3 s together; this was call 2'],
      call: 'f(0)',
      trials: [{ seed: 1, state: 'timeout' }],
    });
    assert(next).toMatchObject({ state: 'pass' });
  });

  it('timeout of a check that asks for ever', async () => {
    const file = checkFile(exports, ({ check, student }) => {
      check('waits for 1', { ...one, timeout: 0.2 }, async () => {
        let value = 0;
        while (value !== 1) value = await student.f();
      });
    });
    const { 'waits for 1': result } = await grade('export const f = () => 0;', [file]);
    assert(result!.state).toBe('timeout');
    // The last call may be the one that is ended, or the one that is not begun.
    assert(result!.message).toMatch(/^(f: no answer|the calls of this check took more than 0.2 s together)/);
  });

  it('crashed', async () => {
    const { one: result } = await grade('export const f = () => process.exit(0);', [whetherOne]);
    assert(result).toMatchObject({
      state: 'crashed',
      points: 0,
      message: 'your program ended itself (exit code 0) in f',
      call: 'f(7)',
    });
  });

  it('grader error: never scored as the failure of the submission', async () => {
    const file = checkFile({ f: returns.anything }, ({ check, student }) => {
      check('broken', one, async () => {
        expect(((await student.f()) as { a: { b: number } }).a.b, 'b').toBe(1);
      });
    });
    const { broken } = await grade('export const f = () => ({});', [file]);
    assert(broken).toMatchObject({ state: 'grader error', points: 0, trials: [{ state: 'grader error' }] });
    assert(broken!.message).toMatch(
      /^TypeError: Cannot read properties of undefined \(reading 'b'\)\n +at .*open-grading\.test\.ts/,
    );
    assert(broken!.call).toBeUndefined();
  });

  it('grader error, when partial points come without a measure', async () => {
    const file = checkFile(exports, ({ check }) => {
      check('measured', { ...one, partial: thresholds }, () => Promise.resolve());
    });
    const { measured } = await grade('export const f = () => 1;', [file]);
    assert(measured!.state).toBe('grader error');
    assert(measured!.message).toMatch(
      /^Error: the check "measured" has partial points, but returned no number\n/,
    );
  });
});

describe('a file that cannot be loaded', () => {
  const file = checkFile(exports, ({ check, student }) => {
    for (const title of ['one', 'two', 'three']) {
      check(title, { ...one, ...(title === 'three' ? { after: ['two'] } : {}) }, async () => {
        expect(await student.f(1), 'f').toBe(1);
      });
    }
  });

  it('says why at the first check that is asked for, and gives no points for any', async () => {
    const grading = await open("console.log('begin');\nnull.x;\nexport const f = () => 1;", [file]);
    const [first, second, third] = grading.checks;
    const of = async (check: typeof first) => {
      const { state, cause, message, place, printed, points, needs } = await grading.run(check!);
      return { state, cause, message, place, printed, points, needs };
    };
    const none = { place: undefined, printed: undefined, needs: undefined, points: 0 };
    const later = 'not run, as the files could not be loaded';
    assert(await of(second)).toEqual({
      ...none,
      state: 'fail',
      cause: 'not loaded',
      message: "exercise.ts:2:6 threw TypeError: Cannot read properties of null (reading 'x')",
      place: { file: 'exercise.ts', line: 2, column: 6 },
      printed: 'begin\n',
    });
    const expected = { ...none, state: 'fail', cause: 'not loaded', message: later };
    assert(await of(first)).toEqual(expected);
    assert(await of(third)).toEqual(expected);
  });

  it.each([
    ['process.exit(0);', 'crashed', 'your program ended itself (exit code 0) while exercise.ts was loaded'],
    ['export const f = ;', 'fail', 'exercise.ts:1:18 cannot be read: Unexpected token'],
  ])('%s', async (source, state, message) => {
    const { one: first } = await grade(source, [file]);
    assert(first).toMatchObject({ state, cause: 'not loaded', message, points: 0, trials: [] });
  });
});

describe('what a submission prints', () => {
  const twice = checkFile(exports, ({ check, student }) => {
    for (const title of ['one', 'two']) {
      check(title, one, async () => {
        expect(await student.f(1), 'f').toBe(1);
      });
    }
  });

  it('while it is loaded belongs to the first check', async () => {
    const results = await grade(
      "console.log('loaded');\nexport const f = () => { console.log('called'); return 1; };",
      [twice],
    );
    assert([results.one!.printed, results.two!.printed]).toEqual(['loaded\ncalled\n', 'called\n']);
  });

  it('is cut', async () => {
    const { one: result } = await grade(
      "export const f = () => { for (let i = 0; i < 10_000; i++) console.log('line'); return 1; };",
      [whetherOne],
    );
    assert(result!.printed).toBe(`${'line\n'.repeat(800)}\n… more`);
  });
});

describe('a check that draws random numbers', () => {
  const seeds = { count: 3, quorum: 2 };
  const lucky = checkFile({ f: returns.number }, ({ check, student, stream }) => {
    check('lucky', { ...one, seeds }, async () => {
      const draw = stream('data').uniform();
      expect(await student.f(draw), 'f').toBe(draw);
    });
    check('without luck', { ...one, seeds }, async () => {
      expect(await student.f(1), 'f').toBe(1);
    });
  });

  it('is tried with every seed; one that draws none is tried once', async () => {
    const { lucky: result, 'without luck': other } = await grade('export const f = (x: number) => x;', [
      lucky,
    ]);
    assert(result).toMatchObject({ state: 'pass', points: 2 });
    assert(result!.trials).toEqual([1, 2, 3].map((seed) => ({ seed, state: 'pass' })));
    assert(other!.trials).toEqual([{ seed: 1, state: 'pass' }]);
  });

  it('is one that uses what another check has drawn, or has made of it', async () => {
    const sharing = checkFile({ f: returns.number }, ({ check, student, stream, once }) => {
      const drawn = once(async (name: string) => {
        await student.f(0);
        return stream(name).uniform();
      });
      const fixed = once(() => student.f(5));
      const answer = once(async () => student.f(await drawn('data')));
      for (const title of ['first', 'second', 'third']) {
        check(title, { ...one, seeds }, async () => {
          expect(await answer(), 'f').toBe(await drawn('data'));
          if (title === 'third') expect(await drawn('other'), 'other data').not.toBe(await drawn('data'));
        });
      }
      for (const title of ['made', 'shared']) {
        check(title, { ...one, seeds }, async () => {
          expect(await fixed(), 'f').toBe(5);
        });
      }
    });
    const results = await grade('export const f = (x: number) => x;', [sharing]);
    assert(Object.entries(results).map(([title, { trials }]) => [title, trials.length])).toEqual([
      ['first', 3],
      ['second', 3],
      ['third', 3],
      ['made', 1],
      ['shared', 1],
    ]);
  });

  it('makes what checks share once for each trial and each list of arguments', async () => {
    const counting = checkFile({ f: returns.number }, ({ check, student, once }) => {
      const calls = once((round: number, parts: readonly number[]) => student.f(round + parts.length));
      check('one', one, async () => {
        const counted = [await calls(1, [1]), await calls(1, [1]), await calls(1, [2]), await calls(2, [1])];
        expect(counted, 'calls').toEqual([1, 1, 2, 3]);
      });
    });
    const { one: result } = await grade('let calls = 0; export const f = (x: number) => ++calls;', [
      counting,
    ]);
    assert(result!.message).toBeUndefined();
  });

  it('passes when as many trials pass as the quorum says', async () => {
    const failing = (calls: string) =>
      `let calls = 0;\nexport const f = (x: number) => (${calls}.includes(++calls) ? 5 : x);`;
    const states = async (source: string) => {
      const { lucky: result } = await grade(source, [lucky]);
      return [result!.state, result!.points, result!.message, result!.trials.map(({ state }) => state)];
    };
    assert(await states(failing('[2]'))).toEqual(['pass', 2, undefined, ['pass', 'fail', 'pass']]);
    assert(await states(failing('[2, 3]'))).toEqual([
      'fail',
      0,
      'f is 5, where 0.0724357 is expected',
      ['pass', 'fail', 'fail'],
    ]);
  });
});

it('runs each check once, whoever asks, and those before it first', async () => {
  const ran: string[] = [];
  const file = checkFile(exports, ({ check }) => {
    check('first', one, () => {
      ran.push('first');
      return Promise.resolve();
    });
    check('second', { ...one, after: ['first'] }, () => {
      ran.push('second');
      return Promise.resolve();
    });
  });
  const grading = await open('export const f = () => 1;', [file]);
  const [first, second] = grading.checks;
  assert((await grading.run(second!)).state).toBe('pass');
  assert(await grading.run(second!)).toBe(await grading.run(second!));
  assert((await grading.run(first!)).state).toBe('pass');
  assert(ran).toEqual(['first', 'second']);
});
