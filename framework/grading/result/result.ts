import { Type, type Static } from '@sinclair/typebox';
import { formatVersion } from '../../document/format-version.ts';

const closed = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });
const points = (description: string) => Type.Number({ minimum: 0, description });
const milliseconds = (description: string) => Type.Number({ minimum: 0, description });

/**
 * How a check ended. Only `pass` and `partial` give points. `grader error` is ours: it is never scored as the student's
 * failure, it marks the result as one that needs attention.
 */
export const CHECK_STATES = [
  'pass',
  'partial',
  'fail',
  'skipped',
  'timeout',
  'crashed',
  'grader error',
  'not run',
] as const;

/**
 * Why a check failed without a wrong answer: what it asks for is still to be written, or the submission could not even
 * be loaded, which then holds for every check.
 */
export const CHECK_CAUSES = ['to do', 'not loaded'] as const;

/** One trial of a check with one seed. */
const trialSchema = Type.Object(
  {
    seed: Type.Integer({ minimum: 0, description: 'The seed of its random streams.' }),
    state: Type.Union(
      (['pass', 'fail', 'timeout', 'crashed', 'grader error'] as const).map((state) => Type.Literal(state)),
      { description: 'How it ended.' },
    ),
    value: Type.Optional(Type.Number({ description: 'What the check measured, where it measures.' })),
  },
  closed,
);

const placeSchema = Type.Object(
  {
    file: text('The file of the submission.'),
    line: Type.Integer({ minimum: 1, description: 'From 1.' }),
    column: Type.Optional(Type.Integer({ minimum: 1, description: 'From 1.' })),
  },
  closed,
);

const checkResultSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$', description: 'The title in kebab case.' }),
    title: text('What is checked.'),
    task: Type.Integer({ minimum: 1, description: 'The task of the exercise that it belongs to.' }),
    visibility: Type.Union([Type.Literal('visible'), Type.Literal('hidden')], {
      description: 'Hidden checks are not in the tree of a student.',
    }),
    state: Type.Union(
      CHECK_STATES.map((state) => Type.Literal(state)),
      { description: 'How it ended; only pass and partial give points.' },
    ),
    points: points('Points given.'),
    maximumPoints: points('Points of a pass.'),
    cause: Type.Optional(
      Type.Union(
        CHECK_CAUSES.map((cause) => Type.Literal(cause)),
        {
          description:
            'Of a check that failed without a wrong answer: it asks for what is still to be written, or nothing could be loaded.',
        },
      ),
    ),
    message: Type.Optional(text('Why it did not pass, in a sentence.')),
    expected: Type.Optional(text('What was expected.')),
    received: Type.Optional(text('What came.')),
    facts: Type.Optional(
      Type.Array(Type.String(), { description: 'Shapes, the largest error and where it is.' }),
    ),
    call: Type.Optional(text('The last call of the submission, as it could be written by hand.')),
    place: Type.Optional(placeSchema),
    hint: Type.Optional(text('A hint for whoever did not pass.')),
    printed: Type.Optional(text('What the submission printed meanwhile, cleaned and shortened.')),
    needs: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Of a skipped check: titles of those that have to pass first.',
      }),
    ),
    milliseconds: milliseconds('Wall-clock time of all its trials.'),
    trials: Type.Array(trialSchema, { description: 'One per seed, in order.' }),
  },
  closed,
);

/** The schema of a graded exercise; `schemas/result.schema.json` is generated from it. Every export is made from it. */
export const exerciseResultSchema = Type.Object(
  {
    schema: formatVersion(1),
    exercise: Type.Object(
      {
        id: text('Its folder.'),
        title: text('Its title.'),
        version: Type.Integer({ minimum: 1, description: 'From exercise.yaml.' }),
        checks: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over its checks.' }),
      },
      closed,
    ),
    submission: Type.Object(
      {
        id: text('Who submitted: the name of the folder; "you" on the own machine, "solution" for ours.'),
        files: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over names and contents.' }),
        words: Type.String({
          pattern: '^[0-9a-f]{64}$',
          description: 'The same without white space: equal where only the layout differs.',
        }),
        time: Type.Optional(text('When it was submitted, ISO 8601, where that is known.')),
      },
      closed,
    ),
    run: Type.Object(
      {
        descent: text('Version of the framework.'),
        tensorflow: text('Version of TensorFlow.js.'),
        node: text('Version of Node.'),
        backend: text('Backend of TensorFlow.js in the student process.'),
        isolation: text('The level of isolation that was measured, or "unprotected".'),
        seeds: text('Where seeds come from: "visible", or the name of a secret; never the secret itself.'),
        started: text('When, ISO 8601.'),
        milliseconds: milliseconds('Wall-clock time.'),
      },
      closed,
    ),
    state: Type.Union(
      [
        Type.Literal('graded'),
        Type.Literal('needs attention'),
        Type.Literal('not started'),
        Type.Literal('refused'),
      ],
      {
        description:
          'Needs attention: a check ended by a fault of ours, or could not be run. Refused: the files were not read.',
      },
    ),
    reason: Type.Optional(text('Why it was refused or needs attention as a whole, in a sentence.')),
    points: points('Points given.'),
    maximumPoints: points('Points of all checks.'),
    checks: Type.Array(checkResultSchema, { description: 'Every check that exists, visible ones first.' }),
  },
  { ...closed, title: 'Descent exercise result' },
);

/** A graded exercise of one submission. */
export type ExerciseResult = Static<typeof exerciseResultSchema>;
/** What came of one check. */
export type CheckResult = ExerciseResult['checks'][number];
/** How a check ended. */
export type CheckState = (typeof CHECK_STATES)[number];
/** One trial of a check. */
export type Trial = CheckResult['trials'][number];
