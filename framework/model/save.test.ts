import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { defineComponent } from '../component/component.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import { createStream } from '../random/stream.ts';
import { buildModel } from './build.ts';
import { modelComponents } from './components.ts';
import { loadModel, saveModel } from './save.ts';

const square = defineComponent({
  kind: 'activation',
  type: 'square',
  summary: 'The square.',
  options: {},
  example: {},
  build: () => ({ kerasName: undefined, apply: (input) => tf.square(input) }),
});
const registry = createRegistry(modelComponents).with([square]);
const build = (...layers: ({ type: string } & Record<string, unknown>)[]) =>
  buildModel(
    layers.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: [2], registry, stream: createStream(1) },
  );

let folder: string;
beforeAll(() => prepareBackend('cpu'));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-save-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes two files, with stable names, and again over them', async () => {
  const first = join(folder, 'new', 'model');
  await saveModel(build({ type: 'dense', units: 3 }, { type: 'dropout' }).layersModel, first);
  const topology = await readFile(join(first, 'model.json'), 'utf8');
  await saveModel(build({ type: 'dense', units: 3 }, { type: 'dropout' }).layersModel, first);
  expect((await readdir(first)).toSorted()).toEqual(['model.json', 'weights.bin']);
  expect(await readFile(join(first, 'model.json'), 'utf8')).toBe(topology);
  const { weightsManifest } = JSON.parse(topology) as tf.io.ModelJSON;
  expect(weightsManifest[0]!.weights.map(({ name }) => name)).toEqual(['dense_1/kernel', 'dense_1/bias']);
});

it('reads weights that lie in several files', async () => {
  const model = build({ type: 'dense', units: 3 });
  await saveModel(model.layersModel, folder);
  const json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as tf.io.ModelJSON;
  const weights = await readFile(join(folder, 'weights.bin'));
  await writeFile(join(folder, 'shard1.bin'), weights.subarray(0, 10));
  await writeFile(join(folder, 'shard2.bin'), weights.subarray(10));
  json.weightsManifest[0]!.paths = ['shard1.bin', 'shard2.bin'];
  await writeFile(join(folder, 'model.json'), JSON.stringify(json));
  const input = tf.tensor2d([[1, 2]]);
  const loaded = await loadModel(folder);
  expect((loaded.predict(input) as tf.Tensor).dataSync()).toEqual(model.forward(input).dataSync());
});

it('does not pass off an activation of the user as linear', async () => {
  await saveModel(build({ type: 'dense', units: 1, activation: 'square' }).layersModel, folder);
  await expect(loadModel(folder)).rejects.toThrow('Unknown layer: DescentActivation');
});

it('says which file is missing', async () => {
  await expect(loadModel(join(folder, 'nowhere'))).rejects.toThrow(/ENOENT.*model\.json/);
});
