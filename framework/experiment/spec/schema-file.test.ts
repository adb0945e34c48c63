import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtInRegistry } from '../components.ts';
import { buildExperimentSchema } from './schema.ts';

const fileOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const path = fileOf('schemas/experiment.schema.json');
const schema = buildExperimentSchema(builtInRegistry);

// Stale? `npm run schemas` writes it anew.
test('schemas/experiment.schema.json is what the components say', async () => {
  const text = JSON.stringify(schema);
  const formatted = await format(text, { ...(await resolveConfig(path)), parser: 'json' });
  await expect(formatted).toMatchFileSnapshot(path);
});

test('an editor, which knows only JSON Schema, accepts experiments with their short forms', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const folders = ['experiments', 'schemas/examples/valid'].map(fileOf);
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const experiments = files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, experiment: parse(readFileSync(file, 'utf8')) as { use?: unknown } }))
    // Of components of one's own the committed schema knows nothing.
    .filter(({ experiment }) => experiment.use === undefined);
  expect(experiments.length).toBeGreaterThan(10);
  for (const { file, experiment } of experiments) {
    validate(experiment);
    expect({ file, errors: validate.errors }).toEqual({ file, errors: null });
  }
});

test('an editor marks a typo in an option', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const text = readFileSync(fileOf('schemas/examples/invalid/option-typo.yaml'), 'utf8');
  expect(validate(parse(text))).toBe(false);
});
