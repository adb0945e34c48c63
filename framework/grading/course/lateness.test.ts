import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from './course-file.ts';
import { latenessOf } from './lateness.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DUE = new Date('2026-12-01T18:00:00Z');
const exercise = '02-line-gd';

function course(more: Partial<Course> = {}): Course {
  return {
    schema: 1,
    title: 'Machine learning',
    secret: 'correct horse battery staple',
    exercises: [{ id: exercise, due: DUE.toISOString() }, { id: '05-perceptron' }],
    late: { graceMinutes: 10, perDay: 0.1, most: 0.5 },
    extensions: [],
    ...more,
  };
}

const late = (open: Course, milliseconds: number, student = 'ada') =>
  latenessOf(open, { student, exercise, time: new Date(DUE.getTime() + milliseconds) });

const policies = fc.record({
  graceMinutes: fc.integer({ min: 0, max: 3000 }),
  perDay: fc.double({ min: 0, max: 1, noNaN: true }),
  most: fc.double({ min: 0, max: 1, noNaN: true }),
  closedAfterDays: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
});
const asPolicy = ({
  closedAfterDays,
  ...rest
}: Omit<Course['late'], 'closedAfterDays'> & { closedAfterDays: number | undefined }) => ({
  ...rest,
  ...(closedAfterDays === undefined ? {} : { closedAfterDays }),
});
const moments = fc.integer({ min: -40 * DAY, max: 40 * DAY });

describe('lateness', () => {
  it('counts days that have begun after due date and grace', () => {
    const at = (milliseconds: number) => late(course(), milliseconds);
    expect(at(-DAY)).toMatchObject({ days: 0, factor: 1 });
    expect(at(10 * MINUTE)).toMatchObject({ days: 0, factor: 1 });
    expect(at(10 * MINUTE + 1)).toMatchObject({ days: 1, factor: 0.9 });
    expect(at(10 * MINUTE + DAY)).toMatchObject({ days: 1, factor: 0.9 });
    expect(at(10 * MINUTE + DAY + 1)).toMatchObject({ days: 2, factor: 0.8 });
    expect(at(30 * DAY)).toMatchObject({ days: 30, factor: 0.5, isClosed: false });
  });

  it('counts nothing after the course has closed', () => {
    const closed = course({ late: { graceMinutes: 0, perDay: 0.1, most: 0.5, closedAfterDays: 7 } });
    expect(late(closed, 7 * DAY)).toMatchObject({ factor: 0.5, isClosed: false });
    expect(late(closed, 7 * DAY + 1)).toMatchObject({ days: 8, factor: 0, isClosed: true });
  });

  it('never gives more for what comes later', () => {
    fc.assert(
      fc.property(policies, moments, moments, (policy, one, other) => {
        const open = course({ late: asPolicy(policy) });
        const [early, later] = [late(open, Math.min(one, other)), late(open, Math.max(one, other))];
        expect(later.factor).toBeLessThanOrEqual(early.factor);
        expect(later.days).toBeGreaterThanOrEqual(early.days);
        for (const { factor } of [early, later]) expect(factor >= 0 && factor <= 1).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it('is as if it came that much earlier, by grace', () => {
    fc.assert(
      fc.property(policies, moments, (policy, moment) => {
        const strict = course({ late: asPolicy({ ...policy, graceMinutes: 0 }) });
        const mild = course({ late: asPolicy(policy) });
        expect(late(mild, moment + policy.graceMinutes * MINUTE).factor).toBe(late(strict, moment).factor);
      }),
      { seed: 2 },
    );
  });

  it('is never made worse by an extension, and for others not changed', () => {
    fc.assert(
      fc.property(policies, moments, fc.array(moments), (policy, moment, dues) => {
        const plain = course({ late: asPolicy(policy) });
        const extensions = dues.map((due) => ({
          student: 'ada',
          due: new Date(DUE.getTime() + due).toISOString(),
          reason: 'was ill',
        }));
        const extended = course({ late: asPolicy(policy), extensions });
        expect(late(extended, moment).factor).toBeGreaterThanOrEqual(late(plain, moment).factor);
        expect(late(extended, moment, 'bob')).toEqual(late(plain, moment, 'bob'));
        const latest = Math.max(0, ...dues);
        expect(late(extended, moment).due).toEqual(new Date(DUE.getTime() + latest));
      }),
      { seed: 3 },
    );
  });

  it('is none without a due date or a time; an extension holds for its exercise only', () => {
    const extensions = [
      { student: 'ada', exercise: '05-perceptron', due: '2027-01-01T00:00:00Z', reason: 'was ill' },
    ];
    expect(late(course({ extensions }), DAY)).toMatchObject({ due: DUE, days: 1 });
    const time = new Date('2030-01-01T00:00:00Z');
    const none = { days: 0, factor: 1, isClosed: false };
    expect(latenessOf(course(), { student: 'ada', exercise: '05-perceptron', time })).toEqual(none);
    expect(latenessOf(course(), { student: 'ada', exercise, time: undefined })).toEqual({
      due: DUE,
      ...none,
    });
  });
});
