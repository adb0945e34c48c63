import { Type, type Static } from '@sinclair/typebox';
import { formatVersion } from '../../document/format-version.ts';
import type { Schema } from '../../document/describe-schema.ts';
import { locate } from '../../document/document.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError, type Problem } from '../../document/problem.ts';
import type { SourceText } from '../../document/source-text.ts';
import { createValidator } from '../../document/validate-document.ts';

const closed = { additionalProperties: false } as const;
const words = (description: string) => Type.String({ minLength: 1, description });

const taskSchema = Type.Object(
  {
    title: words('What is to be done, in a few words.'),
    points: Type.Number({ exclusiveMinimum: 0, description: 'The points of all its checks.' }),
    hints: Type.Array(words('One hint.'), {
      minItems: 3,
      maxItems: 3,
      description:
        'A question, then a pointer to the formula or shape, then almost the line, never the line.',
    }),
  },
  closed,
);

const functionSchema = Type.Object(
  {
    name: Type.String({
      pattern: '^[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)?$',
      description: 'Name of the export.',
    }),
    signature: words('Its type as TypeScript writes it: (m: number, c: number, xs: number[]) => number[]'),
    task: Type.Integer({ minimum: 1, description: 'The task that asks for it, from 1.' }),
  },
  closed,
);

const limitsSchema = Type.Object(
  {
    seconds: Type.Number({
      exclusiveMinimum: 0,
      maximum: 600,
      default: 5,
      description: 'Wall-clock time that a submission may take in one trial of a check that names no other.',
      reason: 'An endless loop is noticed soon, and honest small computations take milliseconds.',
    }),
    megabytes: Type.Integer({
      minimum: 64,
      maximum: 8192,
      default: 512,
      description: 'Memory of its JavaScript heap.',
      reason: 'Room for every data set of the course.',
    }),
  },
  { ...closed, default: {}, description: 'What a submission may use.' },
);

const trialsSchema = Type.Object(
  {
    count: Type.Integer({
      minimum: 1,
      maximum: 20,
      default: 1,
      description: 'How many seeds a check that draws random numbers is tried with.',
      reason: 'One is enough where the result does not depend on luck.',
    }),
    quorum: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'How many of them must pass; all of them, where it is absent.',
      }),
    ),
  },
  { ...closed, default: {}, description: 'How often checks are tried, where they do not say.' },
);

/** The schema of `exercises/NN-id/exercise.yaml`; `schemas/exercise.schema.json` is generated from it. */
export const exerciseSchema = Type.Object(
  {
    schema: formatVersion(1),
    id: Type.String({ pattern: '^\\d\\d-[a-z0-9-]+$', description: 'The name of its folder.' }),
    version: Type.Integer({ minimum: 1, description: 'Raised when points or checks change.' }),
    title: words('Its title.'),
    summary: words('What the student will have built, in one sentence.'),
    teaches: Type.Array(words('A term.'), { minItems: 1, description: 'The terms that it teaches.' }),
    slides: Type.Array(Type.String({ pattern: '^\\d{3}$', description: 'Number of the slide deck.' }), {
      default: [],
      description: 'The decks that it grew from.',
      reason: 'An exercise of your own has none.',
    }),
    prerequisites: Type.Array(words('The folder of an exercise.'), {
      default: [],
      description: 'Exercises to do before.',
      reason: 'None, for a first exercise.',
    }),
    minutes: Type.Integer({ minimum: 1, description: 'How long a student is expected to need.' }),
    files: Type.Array(words('Name of a file.'), {
      minItems: 1,
      default: ['exercise.ts'],
      description: 'The files that a student edits and submits; the first is the entry.',
      reason: 'One file is easiest to hand in.',
    }),
    functions: Type.Array(functionSchema, {
      default: [],
      description: 'What the entry file exports; Class.method for methods.',
      reason: 'An experiment file exports nothing.',
    }),
    tasks: Type.Array(taskSchema, { minItems: 1, description: 'The tasks, in order.' }),
    backend: Type.Union([Type.Literal('wasm'), Type.Literal('cpu')], {
      default: 'wasm',
      description: 'The backend of TensorFlow.js.',
      reason: 'The fastest of those that come with npm.',
    }),
    limits: limitsSchema,
    trials: trialsSchema,
    pictures: Type.Array(words('Name of a picture.'), {
      default: [],
      description: 'The pictures that "descent show" draws.',
      reason: 'None.',
    }),
    solution: Type.Union([Type.Literal('after due date'), Type.Literal('always'), Type.Literal('never')], {
      default: 'after due date',
      description: 'When students may see the solution.',
      reason: 'Reading it too early spoils the exercise.',
    }),
  },
  { ...closed, title: 'Descent exercise' },
);

/** What an exercise is: titles, tasks, limits. Every default is filled in. */
export type ExerciseManifest = Static<typeof exerciseSchema>;

const validate = createValidator(exerciseSchema as unknown as Schema);

/**
 * Reads `exercise.yaml`.
 * @param folder the name of its folder
 * @throws ProblemsError with all that is wrong, located
 */
export function parseExerciseFile(source: SourceText, folder: string): ExerciseManifest {
  const document = loadDocument(source);
  const { value, problems } = validate(document);
  if (problems.length > 0) throw new ProblemsError(problems);
  const manifest = value as unknown as ExerciseManifest;
  const report = (path: readonly (string | number)[], message: string, expected: string): Problem => ({
    file: source.file,
    place: locate(document, path),
    message,
    expected,
  });
  const found: Problem[] = [];
  if (manifest.id !== folder) {
    found.push(
      report(['id'], `the id is "${manifest.id}", but the folder is "${folder}"`, 'the name of the folder'),
    );
  }
  if ((manifest.trials.quorum ?? 1) > manifest.trials.count) {
    found.push(
      report(
        ['trials', 'quorum'],
        'more trials must pass than there are',
        `at most ${manifest.trials.count}`,
      ),
    );
  }
  manifest.functions.forEach(({ name, task }, index) => {
    if (task <= manifest.tasks.length) return;
    const expected = `a task from 1 to ${manifest.tasks.length}`;
    found.push(
      report(['functions', index, 'task'], `${name} belongs to a task that does not exist`, expected),
    );
  });
  if (found.length > 0) throw new ProblemsError(found);
  return manifest;
}
