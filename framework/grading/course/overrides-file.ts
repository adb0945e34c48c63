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

const closed = { additionalProperties: false } as const;

/** The schema of `overrides.yaml`; `schemas/overrides.schema.json` is generated from it. */
export const overridesSchema = Type.Object(
  {
    schema: formatVersion(1),
    overrides: Type.Array(
      Type.Object(
        {
          student: Type.String({ minLength: 1, description: 'Who.' }),
          exercise: Type.String({ minLength: 1, description: 'The folder of the exercise.' }),
          points: Type.Number({ minimum: 0, description: 'The points that count, lateness included.' }),
          automatic: Type.Optional(
            Type.Number({
              minimum: 0,
              description:
                'The automatic points when this was written. When they have changed since, the gradebook says so.',
            }),
          ),
          reason: Type.String({ minLength: 1, description: 'Why; the student reads it.' }),
        },
        closed,
      ),
      { description: 'Points that a person decided. They always win.' },
    ),
  },
  { ...closed, title: 'Descent overrides' },
);

/** Points that a person decided. */
export type Override = Static<typeof overridesSchema>['overrides'][number];

const validate = createValidator(overridesSchema as unknown as Schema);

/** Whom and what overrides may name. */
export interface OverrideTargets {
  readonly students: readonly string[];
  readonly exercises: readonly string[];
}

/**
 * Reads `overrides.yaml`. A decision for somebody who is not in the class would have no effect, so it is refused.
 * @throws ProblemsError with all that is wrong, located
 */
export function parseOverridesFile(source: SourceText, targets: OverrideTargets): readonly Override[] {
  const document = loadDocument(source);
  const { value, problems } = validate(document);
  if (problems.length > 0) throw new ProblemsError(problems);
  const { overrides } = value as unknown as Static<typeof overridesSchema>;
  const found = overrides.map((override) => ({ ...override, student: studentId(override.student) }));
  const strays = found.flatMap(({ student, exercise }, index) => [
    ...strayProblem(document, ['overrides', index, 'student'], student, targets.students),
    ...strayProblem(document, ['overrides', index, 'exercise'], exercise, targets.exercises),
  ]);
  if (strays.length > 0) throw new ProblemsError(strays);
  return found;
}

function strayProblem(
  document: LoadedDocument,
  path: Path,
  name: string,
  known: readonly string[],
): Problem[] {
  if (known.includes(name)) return [];
  const what = path.at(-1) === 'student' ? 'student in the class' : 'exercise';
  const fix = didYouMean(name, known);
  return [
    {
      file: document.file,
      place: locate(document, path),
      message: `there is no ${what} "${name}"`,
      ...(fix === undefined ? {} : { fix }),
    },
  ];
}
