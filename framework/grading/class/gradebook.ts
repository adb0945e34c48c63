import { Type, type Static } from '@sinclair/typebox';
import { formatVersion } from '../../document/format-version.ts';
import type { Course } from '../course/course-file.ts';
import { latenessOf } from '../course/lateness.ts';
import type { Person } from '../course/open-course.ts';
import type { Override } from '../course/overrides-file.ts';
import type { ExerciseResult } from '../result/result.ts';

const closed = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });
const points = (description: string) => Type.Number({ minimum: 0, description });

const cellSchema = Type.Object(
  {
    exercise: text('The folder of the exercise.'),
    state: Type.Union(
      (['graded', 'needs attention', 'not started', 'refused', 'missing'] as const).map((state) =>
        Type.Literal(state),
      ),
      { description: 'Missing: nothing was handed in.' },
    ),
    key: Type.Optional(text('The key of the result.')),
    files: Type.Optional(text('SHA-256 of the submitted files.')),
    words: Type.Optional(text('The same without white space.')),
    automatic: points('What the checks gave, in points of the course.'),
    time: Type.Optional(text('When it was handed in, ISO 8601.')),
    due: Type.Optional(text('When it was due for this student, ISO 8601.')),
    lateDays: Type.Integer({ minimum: 0, description: 'Days late that had begun.' }),
    lateFactor: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'The part of the points that lateness leaves.',
    }),
    override: Type.Optional(
      Type.Object(
        {
          points: points('What a person decided.'),
          reason: text('Why.'),
          hasChanged: Type.Boolean({ description: 'Whether the automatic points have changed since.' }),
        },
        closed,
      ),
    ),
    madeWith: Type.Optional(
      text('Where it was made with another version of the exercise: which, as the kit handed in says.'),
    ),
    points: points('What counts.'),
  },
  closed,
);

const rowSchema = Type.Object(
  {
    student: text('Identifies the student.'),
    name: Type.Optional(text('For people.')),
    email: Type.Optional(text('Address.')),
    username: Type.Optional(text('Name for logging in.')),
    idNumber: Type.Optional(text('Number at the school.')),
    canvasId: Type.Optional(text('Number in Canvas.')),
    section: Type.Optional(text('Part of the class.')),
    cells: Type.Array(cellSchema, { description: 'One per exercise of the course, in its order.' }),
    points: points('The sum of what counts.'),
  },
  closed,
);

/** The schema of `gradebook.json`. Everything after grading reads this file and the results that it names. */
export const gradebookSchema = Type.Object(
  {
    schema: formatVersion(1),
    course: text('The title of the course.'),
    isolation: text('The level of isolation that was measured.'),
    exercises: Type.Array(
      Type.Object(
        {
          id: text('Its folder.'),
          title: text('Its title.'),
          maximumPoints: points('In points of the course.'),
        },
        closed,
      ),
    ),
    rows: Type.Array(rowSchema, { description: 'One per student, sorted.' }),
    maximumPoints: points('The sum over the exercises.'),
  },
  { ...closed, title: 'Descent gradebook' },
);

/** Who has how many points for what. */
export type Gradebook = Static<typeof gradebookSchema>;
/** One student. */
export type GradebookRow = Gradebook['rows'][number];
/** One exercise of one student. */
export type GradebookCell = GradebookRow['cells'][number];

/** What a cell needs of a result: results themselves are too large to hold for a whole class. */
export interface ResultSummary {
  readonly student: string;
  readonly exercise: string;
  readonly key: string;
  readonly state: ExerciseResult['state'];
  readonly files: string;
  readonly words: string;
  readonly time?: string;
  readonly madeWith?: string;
  readonly points: number;
  readonly maximumPoints: number;
}

/** What a gradebook is made of. */
export interface GradebookInput {
  readonly course: Course;
  readonly isolation: string;
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly maximumPoints: number;
  }[];
  readonly roster: readonly Person[];
  /** Students who handed something in, and what their export tells of them. */
  readonly submitters: readonly Person[];
  readonly results: readonly ResultSummary[];
  readonly overrides: readonly Override[];
  timeOf(student: string, exercise: string): string | undefined;
}

/**
 * Makes the gradebook: a pure function of results, course, times and overrides. Everyone in the roster has a row, and
 * everyone who handed something in.
 */
export function makeGradebook(input: GradebookInput): Gradebook {
  const people = new Map<string, Person>();
  for (const person of [...input.submitters, ...input.roster]) {
    people.set(person.student, { ...people.get(person.student), ...person });
  }
  const bySlot = new Map(input.results.map((result) => [`${result.student}/${result.exercise}`, result]));
  const exercises = input.exercises.map((exercise) => ({
    ...exercise,
    checkPoints: exercise.maximumPoints,
    maximumPoints:
      input.course.exercises.find(({ id }) => id === exercise.id)?.points ?? exercise.maximumPoints,
  }));
  const rows = [...people.values()]
    .sort((one, other) => (one.student < other.student ? -1 : 1))
    .map((person): GradebookRow => {
      const cells = exercises.map((exercise) =>
        makeCell(input, person.student, exercise, bySlot.get(`${person.student}/${exercise.id}`)),
      );
      return { ...person, cells, points: round(sum(cells.map((cell) => cell.points))) };
    });
  return {
    schema: 1,
    course: input.course.title,
    isolation: input.isolation,
    exercises: exercises.map(({ id, title, maximumPoints }) => ({ id, title, maximumPoints })),
    rows,
    maximumPoints: round(sum(exercises.map(({ maximumPoints }) => maximumPoints))),
  };
}

function makeCell(
  { course, overrides, timeOf }: GradebookInput,
  student: string,
  exercise: { readonly id: string; readonly maximumPoints: number; readonly checkPoints: number },
  result: ResultSummary | undefined,
): GradebookCell {
  const time = result === undefined ? undefined : (timeOf(student, exercise.id) ?? result.time);
  const late = latenessOf(course, {
    student,
    exercise: exercise.id,
    time: time === undefined ? undefined : new Date(time),
  });
  const scale = exercise.maximumPoints / exercise.checkPoints;
  const automatic = round((result?.points ?? 0) * scale);
  const override = overrides.findLast((one) => one.student === student && one.exercise === exercise.id);
  return {
    exercise: exercise.id,
    state: result?.state ?? 'missing',
    ...(result === undefined ? {} : { key: result.key, files: result.files, words: result.words }),
    automatic,
    ...(time === undefined ? {} : { time }),
    ...(late.due === undefined ? {} : { due: late.due.toISOString() }),
    lateDays: late.days,
    lateFactor: late.factor,
    ...(override === undefined
      ? {}
      : {
          override: {
            points: override.points,
            reason: override.reason,
            hasChanged: override.automatic !== undefined && override.automatic !== automatic,
          },
        }),
    ...(result?.madeWith === undefined ? {} : { madeWith: result.madeWith }),
    points: override?.points ?? round(automatic * late.factor),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Points to a hundredth, as gradebooks take them. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
