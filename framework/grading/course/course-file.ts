import { Type, type Static } from '@sinclair/typebox';
import { formatVersion } from '../../document/format-version.ts';
import type { Schema } from '../../document/describe-schema.ts';
import { locate, type LoadedDocument } from '../../document/document.ts';
import { loadDocument } from '../../document/load-document.ts';
import type { Path } from '../../document/path.ts';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import type { SourceText } from '../../document/source-text.ts';
import { didYouMean } from '../../document/suggest.ts';
import { createValidator } from '../../document/validate-document.ts';
import { studentId } from '../intake/student-id.ts';
import { isTime, TIME_EXPECTED } from './time.ts';

const closed = { additionalProperties: false } as const;
const time = (description: string) =>
  Type.String({
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)$',
    description: `${description} With the zone, e.g. 2026-12-01T18:00:00+01:00.`,
    expects: TIME_EXPECTED,
  });

const courseExerciseSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, description: 'The folder of the exercise.' }),
    points: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        description:
          'What it counts in this course; the points of its checks are scaled to it. Without it they count as they are.',
      }),
    ),
    due: Type.Optional(time('Until when it is in time; without it there is no due date.')),
  },
  closed,
);

const lateSchema = Type.Object(
  {
    graceMinutes: Type.Number({
      minimum: 0,
      default: 10,
      description: 'How much later than due still counts as in time.',
      reason: 'Clocks differ and uploads take time.',
    }),
    perDay: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 0,
      description: 'The part of the points that each day that has begun costs.',
      reason: 'Lateness is shown; whether it costs points is for the course to say.',
    }),
    most: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 1,
      description: 'The largest part of the points that lateness costs.',
      reason: 'No bound.',
    }),
    closedAfterDays: Type.Optional(
      Type.Number({ minimum: 0, description: 'After so many days it counts nothing; without it, never.' }),
    ),
  },
  { ...closed, default: {}, description: 'What being late costs.' },
);

const extensionSchema = Type.Object(
  {
    student: Type.String({ minLength: 1, description: 'Who.' }),
    exercise: Type.Optional(Type.String({ minLength: 1, description: 'Which exercise; without it, all.' })),
    due: time('The due date for them.'),
    reason: Type.String({ minLength: 1, description: 'Why, for whoever reads the grades later.' }),
  },
  closed,
);

/** The schema of `course.yaml`; `schemas/course.schema.json` is generated from it. */
export const courseSchema = Type.Object(
  {
    schema: formatVersion(1),
    title: Type.String({ minLength: 1, description: 'The name of the course.' }),
    secret: Type.String({
      minLength: 16,
      description:
        'Random text from which the data of hidden checks are drawn. Keep it from students; a changed one grades everything anew.',
    }),
    exercises: Type.Array(courseExerciseSchema, { minItems: 1, description: 'The exercises that count.' }),
    late: lateSchema,
    extensions: Type.Array(extensionSchema, {
      default: [],
      description: 'Later due dates for some.',
      reason: 'None.',
    }),
    roster: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'A csv file beside course.yaml with a column "student" and, as far as exports need them, name, email, username, idNumber, canvasId, section. Everyone in it gets a row in the gradebook.',
      }),
    ),
    times: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'A csv file beside course.yaml with the columns student, exercise and time: when they handed in. Without it, what the export or the files say.',
      }),
    ),
  },
  { ...closed, title: 'Descent course' },
);

/** A course: which exercises count, until when, for whom. */
export type Course = Static<typeof courseSchema>;

const validate = createValidator(courseSchema as unknown as Schema);

/**
 * Reads `course.yaml`.
 * @param known the exercises that exist
 * @throws ProblemsError with all that is wrong, located
 */
export function parseCourseFile(source: SourceText, known: readonly string[]): Course {
  const document = loadDocument(source);
  const { value, problems } = validate(document);
  if (problems.length > 0) throw new ProblemsError(problems);
  const course = value as unknown as Course;
  const found = [...checkExercises(course, known, document), ...checkTimes(course, document)];
  if (found.length > 0) throw new ProblemsError(found);
  const extensions = course.extensions.map((one) => ({ ...one, student: studentId(one.student) }));
  return { ...course, extensions };
}

function checkExercises(course: Course, known: readonly string[], document: LoadedDocument): Problem[] {
  const problems: Problem[] = [];
  const ids = course.exercises.map(({ id }) => id);
  ids.forEach((id, index) => {
    const path = ['exercises', index, 'id'];
    if (!known.includes(id)) {
      const fix = didYouMean(id, known) ?? `The exercises are ${known.join(', ')}.`;
      problems.push(problem(document, path, `there is no exercise "${id}"`, { fix }));
    } else if (ids.indexOf(id) < index) {
      problems.push(
        problem(document, path, `the exercise "${id}" stands here twice`, { fix: 'Remove one of them.' }),
      );
    }
  });
  course.extensions.forEach(({ exercise }, index) => {
    if (exercise === undefined || ids.includes(exercise)) return;
    const fix = didYouMean(exercise, ids) ?? `The exercises of the course are ${ids.join(', ')}.`;
    problems.push(
      problem(document, ['extensions', index, 'exercise'], `"${exercise}" is no exercise of this course`, {
        fix,
      }),
    );
  });
  return problems;
}

/** The pattern lets a 31st of February through. */
function checkTimes(course: Course, document: LoadedDocument): Problem[] {
  const times: [Path, string | undefined][] = [
    ...course.exercises.map(({ due }, index): [Path, string | undefined] => [
      ['exercises', index, 'due'],
      due,
    ]),
    ...course.extensions.map(({ due }, index): [Path, string | undefined] => [
      ['extensions', index, 'due'],
      due,
    ]),
  ];
  return times
    .filter(([, text]) => text !== undefined && !isTime(text))
    .map(([path, text]) =>
      problem(document, path, `there is no such time as "${text!}"`, {
        expected: TIME_EXPECTED,
      }),
    );
}

function problem(
  document: LoadedDocument,
  path: Path,
  message: string,
  more: { readonly fix?: string; readonly expected?: string },
): Problem {
  return { file: document.file, place: locate(document, path), message, ...more };
}
