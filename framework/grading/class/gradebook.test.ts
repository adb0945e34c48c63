import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from '@sinclair/typebox/value';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import type { Override } from '../course/overrides-file.ts';
import { findDuplicates } from './duplicates.ts';
import { readGradebook, writeGradebook } from './gradebook-file.ts';
import { gradebookSchema, makeGradebook, type GradebookInput, type ResultSummary } from './gradebook.ts';
import { compareGradebooks } from './regrade.ts';

const exercise = '02-line-gd';
const result = (student: string, more: Partial<ResultSummary> = {}): ResultSummary => ({
  student,
  exercise,
  key: '0123456789abcdef',
  state: 'graded',
  files: student,
  words: student,
  time: '2026-12-01T17:00:00.000Z',
  points: 15,
  maximumPoints: 30,
  ...more,
});

function input(more: Partial<GradebookInput> = {}): GradebookInput {
  return {
    course: {
      schema: 1,
      title: 'Machine learning',
      secret: 'correct horse battery staple',
      exercises: [{ id: exercise, points: 10, due: '2026-12-01T18:00:00Z' }],
      late: { graceMinutes: 0, perDay: 0.1, most: 0.5 },
      extensions: [],
    },
    isolation: 'isolated',
    exercises: [{ id: exercise, title: 'A line', maximumPoints: 30 }],
    roster: [],
    submitters: [],
    results: [],
    overrides: [],
    timeOf: () => undefined,
    ...more,
  };
}

const override = (student: string, points: number, automatic?: number): Override => ({
  student,
  exercise,
  points,
  reason: 'talked',
  ...(automatic === undefined ? {} : { automatic }),
});
const people = (...students: string[]) => students.map((student) => ({ student }));

describe('the gradebook', () => {
  it('has everyone of the roster and everyone who handed in, once, sorted; the roster knows best', () => {
    const book = makeGradebook(
      input({
        roster: [
          { student: 'bob', name: 'Bob' },
          { student: 'ada', email: 'a@example.org' },
        ],
        submitters: [{ student: 'zoe' }, { student: 'bob', name: 'bob!', email: 'b@example.org' }],
        results: [result('bob')],
      }),
    );
    expect(book.rows.map(({ student, name, email }) => [student, name, email])).toEqual([
      ['ada', undefined, 'a@example.org'],
      ['bob', 'Bob', 'b@example.org'],
      ['zoe', undefined, undefined],
    ]);
    expect(book.rows.map(({ cells, points }) => [cells[0]!.state, points])).toEqual([
      ['missing', 0],
      ['graded', 5],
      ['missing', 0],
    ]);
    expect(Value.Check(gradebookSchema, book)).toBe(true);
  });

  it('scales the points of checks to those of the course, to hundredths', () => {
    const book = makeGradebook(
      input({ submitters: people('ada'), results: [result('ada', { points: 20 })] }),
    );
    expect(book.rows[0]!.cells[0]).toMatchObject({ automatic: 6.67, points: 6.67 });
    expect(book.maximumPoints).toBe(10);
  });

  it('compares with the time that the course says, else that of the submission', () => {
    const late = input({
      submitters: people('ada'),
      results: [result('ada', { time: '2026-12-03T17:00:00Z' })],
    });
    expect(makeGradebook(late).rows[0]!.cells[0]).toMatchObject({
      lateDays: 2,
      lateFactor: 0.8,
      automatic: 5,
      points: 4,
    });
    const excused = makeGradebook({ ...late, timeOf: () => '2026-12-01T17:59:00.000Z' });
    expect(excused.rows[0]!.cells[0]).toMatchObject({
      lateDays: 0,
      points: 5,
      time: '2026-12-01T17:59:00.000Z',
    });
  });

  it('lets what a person decided win, the last one, and notices when the automatic points have changed since', () => {
    const cellOf = (...overrides: Override[]) =>
      makeGradebook(
        input({
          submitters: people('ada'),
          results: [result('ada', { time: '2026-12-30T00:00:00Z' })],
          overrides,
        }),
      ).rows[0]!.cells[0]!;
    expect(cellOf(override('ada', 9))).toMatchObject({
      points: 9,
      automatic: 5,
      override: { hasChanged: false },
    });
    expect(cellOf(override('ada', 9, 5)).override).toEqual({
      points: 9,
      reason: 'talked',
      hasChanged: false,
    });
    expect(cellOf(override('ada', 9, 4)).override!.hasChanged).toBe(true);
    expect(cellOf(override('ada', 9), override('ada', 3))).toMatchObject({ points: 3 });
    expect(cellOf(override('bob', 9))).toMatchObject({ points: 2.5 });
  });

  it('comes back from its file; a missing or damaged one is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'descent-book-'));
    const refusal = async () => {
      const error: unknown = await readGradebook(folder).catch((thrown: unknown) => thrown);
      return formatProblems((error as ProblemsError).problems)
        .replaceAll(folder, 'GRADES')
        .replaceAll('\\', '/');
    };
    const fix =
      '  fix       Grade the class: npx descent grade SUBMISSIONS. What is graded already is not graded again.';
    try {
      expect(await refusal()).toBe(`GRADES/gradebook.json  there is no gradebook here yet\n${fix}`);
      const book = makeGradebook(input({ submitters: people('ada'), results: [result('ada')] }));
      await writeGradebook(folder, book);
      expect(await readGradebook(folder)).toEqual(book);
      await writeFile(join(folder, 'gradebook.json'), JSON.stringify({ ...book, rows: 1 }));
      expect(await refusal()).toBe(`GRADES/gradebook.json  this is no gradebook, or a damaged one\n${fix}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('duplicates', () => {
  const found = (...results: ResultSummary[]) =>
    findDuplicates(
      makeGradebook(input({ submitters: results.map(({ student }) => ({ student })), results })),
    );

  it('are the same but for white space; identical when every byte is', () => {
    expect(
      found(
        result('ada', { files: 'f', words: 'w' }),
        result('bob', { files: 'f', words: 'w' }),
        result('carol', { files: 'g', words: 'v' }),
        result('dave', { files: 'h', words: 'v' }),
        result('eve', { files: 'i', words: 'u' }),
      ),
    ).toEqual([
      { exercise, students: ['ada', 'bob'], isIdentical: true },
      { exercise, students: ['carol', 'dave'], isIdentical: false },
    ]);
  });

  it('are no untouched starters or refused files', () => {
    const same = { files: 'f', words: 'w' };
    expect(
      found(
        result('ada', { ...same, state: 'not started' }),
        result('bob', { ...same, state: 'not started' }),
      ),
    ).toEqual([]);
    expect(found(result('ada', { ...same, state: 'refused' }), result('bob', same))).toEqual([]);
  });
});

describe('a regrade', () => {
  const book = (results: ResultSummary[], overrides: Override[] = []) =>
    makeGradebook(input({ submitters: people('ada', 'bob', 'carol', 'dave', 'eve'), results, overrides }));

  it('tells whose points are others, why, and which decisions to look at', () => {
    const before = book(
      [result('ada'), result('bob'), result('carol'), result('dave')],
      [override('carol', 8)],
    );
    const after = book(
      [
        result('ada', { points: 18 }),
        result('bob', { points: 12, files: 'another' }),
        result('carol', { points: 30 }),
        result('eve'),
      ],
      [override('carol', 8)],
    );
    expect(compareGradebooks(before, before)).toEqual([]);
    expect(
      compareGradebooks(before, after).map(({ student, cause, points, automatic, isDecided }) => [
        student,
        cause,
        `${points.before} → ${points.after}`,
        `${automatic.before} → ${automatic.after}`,
        isDecided,
      ]),
    ).toEqual([
      ['ada', 'checks', '5 → 6', '5 → 6', false],
      ['bob', 'handed in anew', '5 → 4', '5 → 4', false],
      ['carol', 'checks', '8 → 8', '5 → 10', true],
      ['dave', 'no longer there', '5 → 0', '5 → 0', false],
      ['eve', 'first graded', '0 → 5', '0 → 5', false],
    ]);
  });

  it('that changes only what lateness costs says so', () => {
    const late = result('ada', { time: '2026-12-02T17:00:00Z' });
    const changes = compareGradebooks(book([result('ada')]), book([late]));
    expect(changes).toMatchObject([
      { cause: 'lateness or decision', points: { before: 5, after: 4.5 }, isDecided: false },
    ]);
  });
});
