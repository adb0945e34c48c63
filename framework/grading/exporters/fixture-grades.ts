import { makeGradebook, type Gradebook, type GradebookCell } from '../class/gradebook.ts';
import type { Course } from '../course/course-file.ts';
import type { Person } from '../course/open-course.ts';
import type { CheckResult, ExerciseResult } from '../result/result.ts';
import type { ExportInput, ExportOptions } from './exporter.ts';

/** For tests: text that means harm wherever it is not escaped: markup, a workflow command, colours of a terminal, bidi. */
export const HOSTILE =
  '<script>alert(1)</script> ]]> ::set-output name=x::y ##[error] \u001b[31mred \u202egnp';
/** For tests: what the data of hidden checks look like; a student must never read it. */
export const SECRET = 'hidden 0.7553632';

const roster: readonly Person[] = [
  {
    student: 'ada',
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    username: 'ada10',
    idNumber: '00101',
    canvasId: '4001',
    section: 'A',
  },
  { student: 'bob', name: HOSTILE, email: 'bob@example.org', idNumber: '102', canvasId: '4002' },
  { student: 'carol', name: '=HYPERLINK("http://example.org")', username: 'carol', canvasId: '4003' },
  { student: 'dave', name: '@dave', email: '+dave@example.org' },
  { student: 'eve_105', name: 'Ève', email: 'Eve@example.org', username: 'eve', idNumber: '-105' },
  { student: 'frank', username: 'frank' },
];

const course: Course = {
  schema: 1,
  title: 'Learning, "first" & last',
  secret: 'correct horse battery staple',
  exercises: [{ id: '02-line-gd', points: 10, due: '2026-11-20T18:00:00Z' }, { id: '05-perceptron' }],
  late: { graceMinutes: 0, perDay: 0.1, most: 0.5 },
  extensions: [],
};

const titles = ['A first value', 'The loss falls', 'On other data'];

function check(index: number, state: CheckResult['state'], more: Partial<CheckResult> = {}): CheckResult {
  const maximumPoints = index + 1;
  const points = state === 'pass' ? maximumPoints : state === 'partial' ? maximumPoints / 2 : 0;
  return {
    id: titles[index]!.toLowerCase().replaceAll(' ', '-'),
    title: titles[index]!,
    task: index === 0 ? 1 : 2,
    visibility: index === 2 ? 'hidden' : 'visible',
    state,
    points,
    maximumPoints,
    milliseconds: state === 'not run' || state === 'skipped' ? 0 : 10 * (index + 1) + 0.5,
    trials:
      state === 'not run' || state === 'skipped'
        ? []
        : [{ seed: 1 + index, state: state === 'pass' ? 'pass' : 'fail' }],
    ...more,
  };
}

const wrong = (message: string): Partial<CheckResult> => ({
  message: `${message} is 2, where 3 is expected`,
  expected: '3',
  received: '2',
  facts: ['largest error 1 at [0]'],
  call: 'value([1, 2], "a\\nb")',
  place: { file: 'exercise.ts', line: 12, column: 3 },
  printed: 'first\nsecond\n',
  hint: 'Is the mean taken?',
});

/** What each student's checks came to in both exercises; nothing handed in where it is undefined. */
const outcomes: Readonly<Record<string, readonly (readonly CheckResult[] | undefined)[]>> = {
  ada: [
    [check(0, 'pass'), check(1, 'pass'), check(2, 'pass')],
    [check(0, 'pass'), check(1, 'pass'), check(2, 'pass')],
  ],
  bob: [
    [
      check(0, 'fail', wrong(HOSTILE)),
      check(1, 'partial', wrong(`=${HOSTILE}`)),
      check(2, 'fail', wrong(SECRET)),
    ],
    [
      check(0, 'fail', wrong('the value')),
      check(1, 'skipped', { needs: ['A first value'] }),
      check(2, 'pass'),
    ],
  ],
  carol: [[check(0, 'pass'), check(1, 'partial', wrong('the loss')), check(2, 'pass')], undefined],
  eve_105: [
    [
      check(0, 'timeout', { message: 'value gave no answer within 2 s: an endless loop?' }),
      check(1, 'crashed', { message: 'your program ended itself (exit code 0) in loss' }),
      check(2, 'grader error', { message: `TypeError: ${SECRET} at graders/02` }),
    ],
    [check(0, 'fail', { cause: 'to do', message: 'to do' }), check(1, 'pass'), check(2, 'pass')],
  ],
  frank: [[0, 1, 2].map((index) => check(index, 'not run')), undefined],
};

/** For tests: grades of six who did everything that a class does. */
export function fixtureGrades(
  options: ExportOptions = {},
): ExportInput & { readonly notes: readonly string[] } {
  const notes: string[] = [];
  const results = new Map<string, ExerciseResult>();
  for (const [student, both] of Object.entries(outcomes)) {
    for (const [index, checks] of both.entries()) {
      if (checks === undefined) continue;
      const { id } = course.exercises[index]!;
      results.set(`${student}/${id}`, resultOf(student, id, index, checks));
    }
  }
  return {
    gradebook: gradebookOf([...results.values()]),
    resultOf: (student, { exercise }: GradebookCell) =>
      Promise.resolve(results.get(`${student}/${exercise}`)),
    options,
    note: (text) => notes.push(text),
    notes,
  };
}

function gradebookOf(results: readonly ExerciseResult[]): Gradebook {
  return makeGradebook({
    course,
    isolation: 'isolated',
    exercises: [
      { id: '02-line-gd', title: 'A line by gradient descent', maximumPoints: 6 },
      { id: '05-perceptron', title: 'The perceptron', maximumPoints: 6 },
    ],
    roster,
    submitters: [],
    results: results.map(({ submission, exercise, state, points, maximumPoints }) => ({
      student: submission.id,
      exercise: exercise.id,
      key: '0123456789abcdef',
      state,
      files: submission.files,
      words: submission.words,
      time: submission.time!,
      points,
      maximumPoints,
    })),
    overrides: [
      { student: 'carol', exercise: '02-line-gd', points: 9.25, automatic: 1, reason: '=explained it to me' },
    ],
    timeOf: () => undefined,
  });
}

function resultOf(
  student: string,
  id: string,
  index: number,
  checks: readonly CheckResult[],
): ExerciseResult {
  const sum = (points: readonly number[]) => points.reduce((total, each) => total + each, 0);
  const isUnrun = checks.every(({ state }) => state === 'not run');
  const isBroken = checks.some(({ state }) => state === 'grader error');
  const letter = student.charCodeAt(0).toString(16);
  return {
    schema: 1,
    exercise: {
      id,
      title: index === 0 ? 'A line by gradient descent' : 'The perceptron',
      version: 1,
      checks: 'c'.repeat(64),
    },
    submission: {
      id: student,
      files: letter.repeat(32),
      words: letter.repeat(32),
      time: student === 'carol' ? '2026-11-21T19:00:00.000Z' : '2026-11-20T17:00:00.000Z',
    },
    run: {
      descent: '0.1.0',
      tensorflow: '4.22.0',
      node: '20.20.2',
      backend: 'wasm',
      isolation: 'isolated',
      seeds: 'secret 18bfc700',
      started: '2026-11-22T07:00:00.250Z',
      milliseconds: 1234,
    },
    state: isUnrun ? 'refused' : isBroken ? 'needs attention' : 'graded',
    ...(isUnrun ? { reason: `exercise.ts is a link ${HOSTILE}.` } : {}),
    points: sum(checks.map(({ points }) => points)),
    maximumPoints: sum(checks.map(({ maximumPoints }) => maximumPoints)),
    checks: [...checks],
  };
}
