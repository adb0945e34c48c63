import { afterAll, beforeAll, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { kernelMachine } from '../backend/kernels/fast/register-fast-kernels.ts';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { blobs, registry } from './fixtures/blob-run.ts';
import { partBatches } from './part-batches.ts';

beforeAll(() => prepareBackend('wasm'));
afterAll(() => prepareBackend('cpu'));

it('gathers the batches of every epoch into the memory of the ones before, and leaves none behind', () => {
  const { heap } = kernelMachine()!;
  const data = blobs();
  const { train } = data.parts;
  const weighted = { ...train, weights: new Float32Array(train.rows).fill(0.5) };
  const loss = registry.build(
    'loss',
    fillDefaults(registry, 'loss', 'sparseCategoricalCrossentropy'),
    undefined,
  );
  const addressesOfEpoch = () => {
    const addresses: number[] = [];
    const parts = { ...data.parts, train: weighted };
    for (const batch of partBatches({ ...data, parts }, 'train', loss, { batchSize: 8 })) {
      addresses.push(
        ...[batch.features, batch.targets, batch.weights!].map((tensor) => heap.address(tensor)),
      );
      expect([...batch.weights!.dataSync()]).toEqual(new Array(8).fill(0.5));
    }
    return new Set(addresses);
  };
  const before = [tf.memory().numTensors, heap.memory.buffer.byteLength];
  const first = addressesOfEpoch();
  expect(first.size).toBeLessThanOrEqual(6);
  for (let epoch = 0; epoch < 3; epoch++) {
    expect([...addressesOfEpoch()].filter((address) => !first.has(address))).toEqual([]);
  }
  expect([tf.memory().numTensors, heap.memory.buffer.byteLength]).toEqual(before);
});
