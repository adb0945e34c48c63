import { Type } from '@sinclair/typebox';
import { expect, it } from 'vitest';
import { asWritten } from './as-written.ts';
import type { Schema } from './describe-schema.ts';

const inner = { name: Type.String(), kind: Type.String({ default: 'table' }) };

it('lets a file leave out what has a default, in mappings and lists too', () => {
  const schema = Type.Object({
    one: Type.Object(inner),
    many: Type.Array(Type.Object(inner)),
    limit: Type.Integer({ default: 3 }),
    note: Type.Optional(Type.String()),
  });
  const written = asWritten(schema as Schema);
  expect(written.required).toEqual(['one', 'many']);
  expect(written.properties!.one!.required).toEqual(['name']);
  expect((written.properties!.many!.items as Schema).required).toEqual(['name']);
  expect(Object.keys(written.properties!)).toEqual(['one', 'many', 'limit', 'note']);
});
