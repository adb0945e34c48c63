import { Type, type Static } from '@sinclair/typebox';
import type { Schema } from '../../document/describe-schema.ts';
import { loadDocument } from '../../document/load-document.ts';
import { ProblemsError } from '../../document/problem.ts';
import type { SourceText } from '../../document/source-text.ts';
import { createValidator } from '../../document/validate-document.ts';

const closed = { additionalProperties: false } as const;

/** The schema of `overrides.yaml`; `schemas/overrides.schema.json` is generated from it. */
export const overridesSchema = Type.Object(
  {
    schema: Type.Literal(1, { description: 'The version of this format.' }),
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

/** Reads `overrides.yaml`. @throws ProblemsError with all that is wrong, located */
export function parseOverridesFile(source: SourceText): readonly Override[] {
  const { value, problems } = validate(loadDocument(source));
  if (problems.length > 0) throw new ProblemsError(problems);
  return (value as unknown as Static<typeof overridesSchema>).overrides;
}
