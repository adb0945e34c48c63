import { Ajv } from 'ajv';
import { describe, expect as assert, it } from 'vitest';
import { returns } from '../check/returned.ts';
import { expect } from '../expect/expect.ts';
import { parseExerciseFile } from '../kit/exercise-file.ts';
import { exerciseResultSchema, type CheckResult, type ExerciseResult } from '../result/result.ts';
import { withoutSecrets } from '../result/without-secrets.ts';
import { gradeExercise, ungradedResult, visibleSeeds, type GradeOptions } from './grade-exercise.ts';
import { checkFile, testGradings } from './test-grading.ts';

const { pool } = testGradings();

const manifest = parseExerciseFile(
  {
    file: 'exercise.yaml',
    text: `
schema: 1
id: 01-trial
version: 3
title: A trial
summary: Something.
teaches: [nothing]
minutes: 1
limits: { seconds: 20 }
tasks:
  - { title: The task, points: 0.6, hints: [a, b, c] }
`,
  },
  '01-trial',
);

const exports = { f: returns.anything };
const visible = checkFile(exports, ({ check, student }) => {
  for (const title of ['one', 'two']) {
    check(title, { task: 1, points: 0.1, hint: 'Think.' }, async () => {
      expect(await student.f('open'), 'f').toBe(1);
    });
  }
});
const hidden = checkFile(
  exports,
  ({ check, student, stream }) => {
    check('secret', { task: 1, points: 0.4, hint: 'Any number?' }, async () => {
      const secret = 1e6 * stream('secret').uniform();
      expect(await student.f(secret), 'f').toBe(secret);
    });
  },
  'hidden',
);

const HASH = 'a'.repeat(64);
function options(source: string, more: Partial<GradeOptions> = {}): GradeOptions {
  return {
    manifest,
    checks: [visible, hidden],
    checksHash: HASH,
    submission: { id: 'you', files: { 'exercise.ts': source } },
    pool,
    isolation: 'unprotected',
    seeds: visibleSeeds,
    now: () => new Date('2026-01-02T03:04:05Z'),
    ...more,
  };
}

const validate = new Ajv({ strict: false }).compile(exerciseResultSchema);

async function grade(source: string, more: Partial<GradeOptions> = {}): Promise<ExerciseResult> {
  const result = await gradeExercise(options(source, more));
  validate(JSON.parse(JSON.stringify(result)));
  assert(validate.errors).toBeNull();
  return result;
}

const statesOf = ({ checks }: ExerciseResult) => checks.map(({ state }) => state);

describe('the result', () => {
  it('has everything that exports are made from', async () => {
    const told: CheckResult[] = [];
    const result = await grade("export const f = (x: unknown) => (x === 'open' ? 1 : x);", {
      onCheck: (check) => told.push(check),
    });
    assert({ ...result, checks: statesOf(result) }).toEqual({
      schema: 1,
      exercise: { id: '01-trial', title: 'A trial', version: 3, checks: HASH },
      submission: {
        id: 'you',
        files: assert.stringMatching(/^[0-9a-f]{64}$/) as string,
        words: assert.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      run: {
        descent: assert.stringMatching(/^\d+\.\d+\.\d+$/) as string,
        tensorflow: '4.22.0',
        node: process.versions.node,
        backend: 'wasm',
        isolation: 'unprotected',
        seeds: 'visible',
        started: '2026-01-02T03:04:05.000Z',
        milliseconds: 0,
      },
      state: 'graded',
      points: 0.6,
      maximumPoints: 0.6,
      checks: ['pass', 'pass', 'pass'],
    });
    assert(told).toEqual(result.checks);
  });

  it('is the same when it is made again', async () => {
    const timeless = async () => {
      const { checks, ...rest } = await grade('export const f = (x: unknown) => ({ x });');
      return { ...rest, checks: checks.map((check) => ({ ...check, milliseconds: 0 })) };
    };
    assert(await timeless()).toEqual(await timeless());
  });
});

describe('a point is given only for an explicit pass', () => {
  it.each<[string, string, string[], string]>([
    ['nothing', '', ['fail', 'fail', 'fail'], 'graded'],
    ['no program', '}{', ['fail', 'fail', 'fail'], 'graded'],
    ['an end while it is loaded', 'process.exit(0);', ['crashed', 'crashed', 'crashed'], 'graded'],
    [
      'an end in a call',
      'export const f = () => process.exit(0);',
      ['crashed', 'crashed', 'crashed'],
      'graded',
    ],
    [
      'what is no value',
      'export const f = () => ({ pass: true, state: "pass", points: 9 });',
      ['fail', 'fail', 'fail'],
      'graded',
    ],
    ['one right answer', 'export const f = () => 1;', ['pass', 'pass', 'fail'], 'graded'],
  ])('for %s', async (_, source, states, state) => {
    const result = await grade(source);
    assert({ states: statesOf(result), state: result.state }).toEqual({ states, state });
    assert(result.points).toBe(states.includes('pass') ? 0.2 : 0);
    assert(result.maximumPoints).toBe(0.6);
  });

  it('and a check that we broke needs attention, while the others count', async () => {
    const broken = checkFile(exports, ({ check }) => {
      check('broken', { task: 1, points: 5, hint: 'Think.' }, () =>
        Promise.reject<undefined>(new TypeError('ours')),
      );
    });
    const result = await grade('export const f = () => 1;', { checks: [visible, broken] });
    assert(statesOf(result)).toEqual(['pass', 'pass', 'grader error']);
    assert([result.state, result.points, result.maximumPoints]).toEqual(['needs attention', 0.2, 5.2]);
  });
});

it('a submission that tells what it is given tells nothing of hidden checks to students', async () => {
  const source =
    'export const f = (x: unknown) => { console.log("input", x); throw new Error(`input ${x}`); };';
  const result = await grade(source);
  assert(result.checks[2]).toMatchObject({ visibility: 'hidden', state: 'fail' });
  assert(result.checks[2]!.message).toMatch(/^exercise\.ts:1:\d+ threw Error: input \d{5,}/);
  const shown = withoutSecrets(result);
  assert(JSON.stringify(shown)).not.toMatch(/input \d/);
  assert(shown.checks[2]).toEqual({
    id: 'secret',
    title: 'secret',
    task: 1,
    visibility: 'hidden',
    state: 'fail',
    points: 0,
    maximumPoints: 0.4,
    hint: 'Any number?',
    milliseconds: assert.any(Number) as number,
    trials: [],
  });
  validate(JSON.parse(JSON.stringify(shown)));
  assert(validate.errors).toBeNull();
});

it.each(['refused', 'needs attention', 'not started'] as const)(
  'what is %s has every check, not run, without points',
  (state) => {
    const result = ungradedResult(options('export const f = 1;'), state, 'because');
    validate(JSON.parse(JSON.stringify(result)));
    assert(validate.errors).toBeNull();
    assert(result).toMatchObject({ state, reason: 'because', points: 0, maximumPoints: 0.6 });
    assert(result.checks.map(({ title, state, points }) => [title, state, points])).toEqual([
      ['one', 'not run', 0],
      ['two', 'not run', 0],
      ['secret', 'not run', 0],
    ]);
  },
);

it('a mistake in the checks is told, not graded', async () => {
  const wrong = checkFile(exports, ({ check }) => {
    check('one', { task: 1, points: -1, hint: '' }, () => Promise.resolve());
  });
  await assert(gradeExercise(options('export const f = 1;', { checks: [wrong] }))).rejects.toThrow(
    new Error('graders/01-trial: the check "one" gives no points'),
  );
});
