import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { asWritten } from '../document/as-written.ts';
import type { Schema } from '../document/describe-schema.ts';
import { gradebookSchema } from './class/gradebook.ts';
import { courseSchema } from './course/course-file.ts';
import { overridesSchema } from './course/overrides-file.ts';
import { exerciseSchema } from './kit/exercise-file.ts';
import { exerciseResultSchema } from './result/result.ts';

const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const FILES: Readonly<Record<string, Schema>> = {
  // What has a default may be left out by whoever writes the file.
  exercise: asWritten(exerciseSchema as unknown as Schema),
  result: exerciseResultSchema as unknown as Schema,
  course: asWritten(courseSchema as unknown as Schema),
  overrides: asWritten(overridesSchema as unknown as Schema),
  gradebook: gradebookSchema as unknown as Schema,
};

// Stale? `npm run schemas` writes them anew.
test.each(Object.entries(FILES))('schemas/%s.schema.json is what the code says', async (name, schema) => {
  const path = fileOf(`schemas/${name}.schema.json`);
  const text = JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema });
  const formatted = await format(text, { ...(await resolveConfig(path)), parser: 'json' });
  await expect(formatted).toMatchFileSnapshot(path);
});

test('an editor, which knows only JSON Schema, accepts an exercise without what has defaults, and marks a typo', () => {
  const validate = new Ajv({ strict: false }).compile(FILES.exercise!);
  const exercise = parse(readFileSync(fileOf('exercises/02-line-gd/exercise.yaml'), 'utf8')) as object;
  validate(exercise);
  expect(validate.errors).toBeNull();
  expect(validate({ ...exercise, minute: 45 })).toBe(false);
});

test('an editor accepts courses, and marks a typo', () => {
  const validate = new Ajv({ strict: false }).compile(FILES.course!);
  for (const name of ['whole', 'minimal']) {
    validate(parse(readFileSync(fileOf(`schemas/examples/valid/course/${name}.yaml`), 'utf8')));
    expect(validate.errors).toBeNull();
  }
  expect(
    validate(parse(readFileSync(fileOf('schemas/examples/invalid/course/late-typo.yaml'), 'utf8'))),
  ).toBe(false);
});
