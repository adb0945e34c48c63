import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../check/exercise.ts';
import type { Trial } from '../result/result.ts';
import { isUpperBound, scoreCheck, type Measured } from './score.ts';

const base: CheckOptions = { task: 1, points: 4, hint: 'Think.' };
const RISING = [
  [0.5, 1],
  [0.7, 2],
  [0.9, 4],
] as const;
const FALLING = RISING.map(([threshold, points]) => [-threshold, points] as const);

function measured(state: Trial['state'], value?: number): Measured {
  return { trial: { seed: 1, state }, value };
}

/** Any trial but one that we broke. */
const trial = fc.oneof(
  fc.constantFrom<Trial['state']>('fail', 'timeout', 'crashed').map((state) => measured(state)),
  fc
    .oneof(fc.double({ min: -1, max: 1 }), fc.constantFrom(NaN, Infinity, -Infinity))
    .map((value) => measured('pass', value)),
);
const trials = fc.array(trial, { minLength: 1, maxLength: 7 });

describe('a check that passes or not', () => {
  it('passes when as many trials pass as the quorum says, and else tells of the first that did not', () => {
    fc.assert(
      fc.property(trials, fc.nat(6), (list, extra) => {
        const quorum = 1 + (extra % list.length);
        const passed = list.filter(({ trial: { state } }) => state === 'pass').length;
        const { state, points, decisive } = scoreCheck(base, quorum, list);
        if (passed >= quorum) expect({ state, points }).toEqual({ state: 'pass', points: 4 });
        else {
          const first = list.findIndex(({ trial: { state } }) => state !== 'pass');
          expect({ state, points, decisive }).toEqual({
            state: list[first]!.trial.state,
            points: 0,
            decisive: first,
          });
        }
      }),
      { seed: 51, numRuns: 500 },
    );
  });
});

describe('a check with partial points', () => {
  it.each([
    [0.95, 'pass', 4],
    [0.9, 'pass', 4],
    [0.8, 'partial', 2],
    [0.5, 'partial', 1],
    [0.49, 'fail', 0],
    [NaN, 'fail', 0],
    [-Infinity, 'fail', 0],
    [Infinity, 'pass', 4],
  ])(
    'gives for %d the points of the best threshold that it reaches, in both directions',
    (value, state, points) => {
      expect(scoreCheck({ ...base, partial: RISING }, 1, [measured('pass', value)])).toMatchObject({
        state,
        points,
      });
      expect(scoreCheck({ ...base, partial: FALLING }, 1, [measured('pass', -value)])).toMatchObject({
        state,
        points,
      });
    },
  );

  it('knows which way is better', () => {
    expect([isUpperBound(RISING), isUpperBound(FALLING)]).toEqual([false, true]);
  });

  it('counts the median, of two middle trials the worse', () => {
    const of = (...values: number[]) =>
      scoreCheck(
        { ...base, partial: RISING },
        1,
        values.map((value) => measured('pass', value)),
      ).points;
    expect(of(0.1, 0.95, 0.95)).toBe(4);
    expect(of(0.1, 0.1, 0.95)).toBe(0);
    expect(of(0.1, 0.6, 0.8, 0.95)).toBe(1);
    expect(of(NaN, 0.95, 0.95)).toBe(4);
    const four = [-0.1, -0.6, -0.8, -0.95].map((value) => measured('pass', value));
    expect(scoreCheck({ ...base, partial: FALLING }, 1, four).points).toBe(1);
  });

  it('gives nothing when half of the trials fail, and tells of the first', () => {
    const list = [measured('pass', 0.95), measured('crashed'), measured('timeout'), measured('pass', 0.95)];
    expect(scoreCheck({ ...base, partial: RISING }, 1, list)).toEqual({
      state: 'crashed',
      points: 0,
      decisive: 1,
    });
    expect(scoreCheck({ ...base, partial: RISING }, 1, [...list, measured('pass', 0.95)])).toMatchObject({
      state: 'pass',
      points: 4,
    });
  });
});

/** Whether a trial is at least as good as another. A trial that brings no measure is worse than any that does. */
function isAsGood(one: Measured, other: Measured, isUpper: boolean): boolean {
  const rank = ({ trial: { state }, value = NaN }: Measured) =>
    state !== 'pass' ? 0 : Number.isNaN(value) ? 1 : 2;
  if (rank(one) !== rank(other) || rank(one) < 2) return rank(one) >= rank(other);
  return isUpper ? one.value! <= other.value! : one.value! >= other.value!;
}

it('a better trial never lowers the points', () => {
  fc.assert(
    fc.property(
      trials,
      fc.nat(6),
      trial,
      fc.constantFrom(undefined, RISING, FALLING),
      (list, place, other, partial) => {
        const options: CheckOptions = partial === undefined ? base : { ...base, partial };
        const isUpper = partial === FALLING;
        const at = place % list.length;
        if (!isAsGood(other, list[at]!, isUpper)) return;
        const quorum = Math.ceil(list.length / 2);
        const before = scoreCheck(options, quorum, list).points;
        expect(scoreCheck(options, quorum, list.with(at, other)).points).toBeGreaterThanOrEqual(before);
      },
    ),
    { seed: 52, numRuns: 3_000 },
  );
});

it('points never exceed the maximum, and come only with pass or partial', () => {
  fc.assert(
    fc.property(trials, fc.constantFrom(undefined, RISING, FALLING), (list, partial) => {
      const options: CheckOptions = partial === undefined ? base : { ...base, partial };
      const { state, points } = scoreCheck(options, 1, list);
      expect(points).toBeLessThanOrEqual(4);
      expect(points > 0).toBe(state === 'pass' || state === 'partial');
      expect(points === 4).toBe(state === 'pass');
    }),
    { seed: 53, numRuns: 1_000 },
  );
});

it('one trial that we broke makes the whole check a grader error, without points', () => {
  fc.assert(
    fc.property(trials, fc.nat(7), fc.constantFrom(undefined, RISING), (list, place, partial) => {
      const options: CheckOptions = partial === undefined ? base : { ...base, partial };
      const at = place % (list.length + 1);
      const broken = [...list.slice(0, at), measured('grader error'), ...list.slice(at)];
      expect(scoreCheck(options, 1, broken)).toEqual({ state: 'grader error', points: 0, decisive: at });
    }),
    { seed: 54, numRuns: 300 },
  );
});
