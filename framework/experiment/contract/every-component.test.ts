import type { TSchema } from '@sinclair/typebox';
import { describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import type { AnyComponent } from '../../component/component.ts';
import { formatProblems } from '../../document/format-problems.ts';
import { loadDocument } from '../../document/load-document.ts';
import { createValidator } from '../../document/validate-document.ts';
import { builtInRegistry } from '../components.ts';
import { buildExperimentSchema } from '../spec/schema.ts';
import { exampleOf } from './specs.ts';

const cases = builtInRegistry.components.map((component): [string, AnyComponent] => [
  `${component.kind}.${component.type}`,
  component,
]);

const schema = buildExperimentSchema(builtInRegistry);

/** Validates one component as the only value of a file. */
function validate(component: AnyComponent, options: Readonly<Record<string, unknown>>) {
  const wrapped = {
    type: 'object',
    properties: { it: { $ref: `#/$defs/${component.kind}` } },
    $defs: schema.$defs,
  };
  const text = stringify({ it: { type: component.type, ...options } });
  return createValidator(wrapped)(loadDocument({ file: 'file.yaml', text }));
}

/** A value just outside the bounds of an option, where it has bounds. */
function outside(option: TSchema): number | undefined {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = option as Record<
    string,
    number | undefined
  >;
  if (minimum !== undefined) return minimum - 1;
  if (exclusiveMinimum !== undefined) return exclusiveMinimum;
  if (maximum !== undefined) return maximum + 1;
  return exclusiveMaximum;
}

describe.each(cases)('%s', (_, component) => {
  it('says what it is and documents every option, with a reason for every default', () => {
    expect(component.summary).toMatch(/^[A-Z].*\.$/s);
    for (const [name, option] of Object.entries<TSchema>(component.options)) {
      expect(option.description, name).toMatch(/^\S.{8,}[.\])}]$/s);
      // That a slot or list is empty unless filled needs no reason.
      const isEmpty =
        option.default === null || (Array.isArray(option.default) && option.default.length === 0);
      if (option.default !== undefined && !isEmpty) expect(option.reason, `reason of ${name}`).toMatch(/\w/);
    }
  });

  it('has a valid example', () => {
    expect(validate(component, component.example).problems).toEqual([]);
  });

  it('is filled with the same defaults by validation and by code', () => {
    expect((validate(component, component.example).value as { it: unknown }).it).toEqual(
      exampleOf(component),
    );
  });

  it('refuses an unknown option and a value outside its bounds, each at its place', () => {
    const unknown = validate(component, { ...component.example, notAnOption: 1 }).problems;
    expect(formatProblems(unknown)).toMatch(/^file\.yaml:\d+:3 {2}unknown option "notAnOption" for /);
    for (const [name, option] of Object.entries<TSchema>(component.options)) {
      const value = outside(option);
      if (value === undefined) continue;
      const { problems } = validate(component, { ...component.example, [name]: value });
      expect(problems.length, name).toBeGreaterThan(0);
      expect(formatProblems(problems), name).toContain(`${name}: ${value}`);
    }
  });
});

test('types are unique within a kind and written in camelCase', () => {
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  for (const [name] of cases) expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z0-9]*$/);
});
