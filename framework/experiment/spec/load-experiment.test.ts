import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInRegistry } from '../components.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { loadExperiment } from './load-experiment.ts';
import { resolveSpec } from './resolve-spec.ts';

const valid = fileURLToPath(new URL('../../../schemas/examples/valid', import.meta.url));
const experiments = fileURLToPath(new URL('../../../experiments', import.meta.url));
const registry = builtInRegistry;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Loads an experiment again from its resolved form, in another folder. */
async function reload(spec: ExperimentSpec, directory: string): Promise<ExperimentSpec> {
  await writeFile(join(folder, 'spec.resolved.yaml'), resolveSpec(spec));
  return (await loadExperiment('spec.resolved.yaml', { registry, workingDirectory: folder, directory })).spec;
}

describe('a loaded experiment', () => {
  test('has its short forms written out and its defaults filled in', async () => {
    const { spec } = await loadExperiment('regression.yaml', { registry, workingDirectory: valid });
    expect(spec.seed).toBe(0);
    expect(spec.backend).toBe('wasm');
    expect(spec.data.split).toEqual({ type: 'random', train: 0.8, validation: 0.1, test: 0.1, stratify: [] });
    expect(spec.data.transforms).toEqual([{ type: 'standardize', columns: [] }]);
    expect(spec.model.layers[0]).toMatchObject({
      units: 8,
      activation: { type: 'relu' },
      kernelRegularizer: null,
    });
    expect(spec.training.optimizer).toMatchObject({ type: 'adam', schedule: { type: 'constant' } });
    expect(spec.training.loss).toEqual({ type: 'meanSquaredError', reduction: 'mean' });
  });

  test('is frozen through and through', async () => {
    const { spec } = await loadExperiment('penguins.yaml', { registry, workingDirectory: valid });
    expect(() => {
      (spec.model.layers as unknown[]).push({});
    }).toThrow(TypeError);
    expect(Object.isFrozen(spec.model.layers[0]!.activation)).toBe(true);
  });

  test('does not depend on how its lines end, nor on a byte order mark', async () => {
    const load = async (file: string) =>
      (await loadExperiment(file, { registry, workingDirectory: valid })).spec;
    const penguins = await load('penguins.yaml');
    expect(await load('crlf.yaml')).toEqual(penguins);
    expect(await load('byte-order-mark.yaml')).toEqual(penguins);
  });

  test('brings its own components along', async () => {
    const { spec, registry: extended } = await loadExperiment('own-component.yaml', {
      registry,
      workingDirectory: valid,
    });
    expect(spec.model.layers[0]!.activation).toEqual({ type: 'swishOfMine', beta: 1.5 });
    expect(extended.find('activation', 'swishOfMine')?.summary).toBe('x · sigmoid(beta · x).');
    expect(registry.find('activation', 'swishOfMine')).toBeUndefined();
  });
});

describe('the resolved form gives the identical experiment', () => {
  test.each(['penguins-species', 'penguins-mass', 'mnist-mlp', 'xor', 'spiral', 'line'])(
    '%s',
    async (name) => {
      const { spec } = await loadExperiment(`${name}.yaml`, { registry, workingDirectory: experiments });
      expect(await reload(spec, experiments)).toEqual(spec);
    },
  );

  test('an experiment with a component of its own', async () => {
    const { spec } = await loadExperiment('own-component.yaml', { registry, workingDirectory: valid });
    expect(await reload(spec, valid)).toEqual(spec);
  });

  test('whatever its texts and numbers are', async () => {
    const { spec } = await loadExperiment('penguins.yaml', { registry, workingDirectory: valid });
    const positive = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    const changes = fc.record({
      description: fc.oneof(
        fc.string(),
        fc.constantFrom('yes', '1e3', '~', '# no', 'a: b', ' x ', 'two\nlines\n', '&a', '0x1F'),
      ),
      seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      learningRate: positive,
      strength: positive,
      epochs: fc.integer({ min: 1, max: 1e9 }),
      bound: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    });
    const property = fc.asyncProperty(changes, async (change) => {
      const [first, ...rest] = spec.model.layers;
      const changed: ExperimentSpec = {
        ...spec,
        description: change.description,
        seed: change.seed,
        model: {
          layers: [{ ...first!, kernelRegularizer: { type: 'l2', strength: change.strength } }, ...rest],
        },
        training: {
          ...spec.training,
          epochs: change.epochs,
          optimizer: { ...spec.training.optimizer, learningRate: change.learningRate },
        },
        targets: { 'test.accuracy': `>= ${change.bound}` },
      };
      expect(await reload(changed, valid)).toEqual(changed);
    });
    await fc.assert(property, { seed: 7, numRuns: 60 });
  });
});
