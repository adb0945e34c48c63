import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { ComponentKind } from '../../component/component.ts';
import type { Data } from '../../document/document.ts';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { builtInRegistry } from '../components.ts';
import { loadExperiment } from './load-experiment.ts';

const valid = fileURLToPath(new URL('../../../schemas/examples/valid', import.meta.url));
const bases = ['penguins', 'regression', 'spiral', 'digits', 'logits'].map(
  (name) => parse(readFileSync(join(valid, `${name}.yaml`), 'utf8')) as Data,
);
const words = [...builtInRegistry.components.map(({ type }) => type), 'species', 'sex', 'x', 'train', ''];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Values of every kind that a confused user or another tool may write. */
const anything: fc.Arbitrary<Data> = fc.oneof(
  fc.constantFrom<Data>(null, true, 0, 1, 2, -1, 0.5, 1e9, Number.NaN, Infinity, [], {}),
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...words), { maxLength: 3 }),
  fc.record({ type: fc.constantFrom(...words), units: fc.integer({ min: -1, max: 3 }) }),
);

/** Changes one value anywhere in a tree: replaces, removes or renames it. */
function disturb(
  value: Data,
  picks: readonly number[],
  change: Data,
  how: 'replace' | 'remove' | 'rename',
): Data {
  const [pick, ...rest] = picks;
  if (typeof value !== 'object' || value === null || pick === undefined) return change;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return change;
  const copy = structuredClone(value) as Record<string, Data>;
  if (rest.length > 0) copy[key] = disturb(copy[key]!, rest, change, how);
  else if (how === 'replace') copy[key] = change;
  else {
    if (how === 'rename') copy[`${key}s`] = copy[key]!;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a list with a hole is wanted too
    delete copy[key];
  }
  return copy;
}

/** Loads it; what is wrong must be said in words. */
async function verdictOn(value: Data): Promise<'valid' | 'invalid'> {
  await writeFile(join(folder, 'a.yaml'), stringify(value));
  try {
    await loadExperiment('a.yaml', { registry: builtInRegistry, workingDirectory: folder });
    return 'valid';
  } catch (error) {
    // Anything else would reach the user as a stack trace.
    if (!(error instanceof ProblemsError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    expect(formatProblems(error.problems)).not.toMatch(/undefined|\[object|NaN|must NOT|must be|should/);
    return 'invalid';
  }
}

test('an experiment with a few values disturbed is valid, or is refused in words', async () => {
  const disturbance = fc.tuple(
    fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
    anything,
    fc.constantFrom('replace' as const, 'remove' as const, 'rename' as const),
  );
  const disturbances = fc.array(disturbance, { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(fc.constantFrom(...bases), disturbances, async (base, changes) => {
    await verdictOn(changes.reduce((tree, [picks, change, how]) => disturb(tree, picks, change, how), base));
  });
  await fc.assert(property, { seed: 7, numRuns: 400 });
});

test('components thrown together at random make a valid experiment, or are refused in words', async () => {
  const anyOf = (kind: ComponentKind) =>
    fc.constantFrom(...builtInRegistry.ofKind(kind)).map(({ type, example }) => ({ type, ...example }));
  const few = (kind: ComponentKind, maxLength: number, minLength = 0) =>
    fc.array(anyOf(kind), { minLength, maxLength });
  const column = fc.constantFrom(
    'species',
    'sex',
    'bill_length_mm',
    'body_mass_g',
    'year',
    'image',
    'label',
    'x',
    'y',
  );
  const value = fc.constantFrom(
    'train.loss',
    'validation.accuracy',
    'test.rmse',
    'validation.confusionMatrix',
    'loss',
  );
  const output = fc.record({
    type: fc.constant('dense'),
    units: fc.constantFrom(1, 2, 3, 10),
    activation: fc.constantFrom('linear', 'softmax', 'sigmoid', 'relu'),
  });
  const share = fc.constantFrom(0, 0.1, 0.2, 0.8, 1, 50, 5000);
  const experiment = fc.record({
    name: fc.constant('random'),
    data: fc.record(
      {
        source: anyOf('source'),
        features: fc.array(column, { maxLength: 3 }),
        target: fc.oneof(column, fc.array(column, { minLength: 1, maxLength: 2 })),
        missing: fc.constant('drop'),
        limit: fc.constantFrom(null, 10, 1000),
        split: fc.record(
          { train: share, validation: share, test: share, stratify: fc.array(column, { maxLength: 1 }) },
          { requiredKeys: [] },
        ),
        transforms: few('transform', 2),
        targetTransforms: few('transform', 1),
      },
      { requiredKeys: ['source', 'target', 'missing'] },
    ),
    model: fc.record({
      layers: fc.tuple(few('layer', 2), output).map(([layers, last]) => [...layers, last]),
    }),
    training: fc.record({
      optimizer: anyOf('optimizer'),
      loss: anyOf('loss'),
      batchSize: fc.constantFrom(1, 32, 1000),
      callbacks: fc.array(fc.record({ type: fc.constant('earlyStopping'), monitor: value }), {
        maxLength: 1,
      }),
    }),
    metrics: few('metric', 3),
    targets: fc.dictionary(value, fc.constant('> 0'), { maxKeys: 1, noNullPrototype: true }),
  });
  const counts = { valid: 0, invalid: 0 };
  const property = fc.asyncProperty(experiment, async (tree) => {
    counts[await verdictOn(tree)]++;
  });
  await fc.assert(property, { seed: 7, numRuns: 400 });
  expect(counts.invalid).toBeGreaterThan(200);
});
