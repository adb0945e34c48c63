import { Type } from '@sinclair/typebox';
import { expect, it } from 'vitest';
import type { Schema } from './describe-schema.ts';
import { formatProblems } from './format-problems.ts';
import { formatVersion } from './format-version.ts';
import { loadDocument } from './load-document.ts';
import { createValidator } from './validate-document.ts';

const schema = Type.Object(
  { schema: formatVersion(2), title: Type.String() },
  { additionalProperties: false },
);
const validate = createValidator(schema as unknown as Schema);
const complaint = (text: string) =>
  formatProblems(validate(loadDocument({ file: 'course.yaml', text })).problems);

it('refuses a file of a newer or older version, and says nothing of its other keys', () => {
  expect(complaint('schema: 3\nname: A course\n')).toBe(
    [
      'course.yaml:1:9  this file is written in a version of its format that is newer than this Descent',
      '',
      '  1 | schema: 3',
      '    |         ^',
      '',
      '  expected  schema: 2',
      '  received  schema: 3',
      '  fix       Use the version of Descent that wrote it, or a newer one.',
    ].join('\n'),
  );
  expect(complaint('schema: 1\nname: A course\n')).toBe(
    [
      'course.yaml:1:9  this file is written in a version of its format that is not read any more',
      '',
      '  1 | schema: 1',
      '    |         ^',
      '',
      '  expected  schema: 2',
      '  received  schema: 1',
      '  fix       Write it anew for this version; CHANGELOG.md says what has changed.',
    ].join('\n'),
  );
});

it('judges a file of this version, or without one, as any other', () => {
  expect(complaint('schema: 2\ntitle: A course\n')).toBe('');
  expect(complaint('title: A course\n')).toMatch(/missing|schema/);
  expect(complaint('schema: two\ntitle: A course\n')).toContain('schema is not what is expected');
});
