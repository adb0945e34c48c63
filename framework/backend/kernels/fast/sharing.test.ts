import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { startFastKernels } from './on-both-backends.ts';
import { kernelMachine } from './register-fast-kernels.ts';

beforeAll(async () => {
  await startFastKernels();
});

test('a clone shares the elements, and lives on when the original is gone', () => {
  const { heap } = kernelMachine()!;
  const before = tf.memory().numTensors;
  const original = tf.tensor1d([1, 2]);
  const clone = original.clone();
  const same = original.cast('float32');
  expect([clone, same].map((tensor) => heap.address(tensor))).toEqual(
    [1, 2].map(() => heap.address(original)),
  );
  expect(heap.isShared(original)).toBe(true);
  tf.dispose([original, same]);
  expect(heap.isShared(clone)).toBe(false);
  expect([...clone.dataSync()]).toEqual([1, 2]);
  clone.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a variable may be given a value of its own', () => {
  const variable = tf.variable(tf.tensor1d([1, 2]));
  const snapshot = variable.clone();
  variable.assign(tf.tensor1d([3, 4]));
  expect([...snapshot.dataSync()]).toEqual([1, 2]);
  variable.assign(snapshot);
  snapshot.dispose();
  expect([...variable.dataSync()]).toEqual([1, 2]);
  variable.dispose();
});

test('texts are cloned, and other types cast', () => {
  expect(tf.tidy(() => tf.tensor1d(['a', 'b']).clone().dataSync())).toEqual(['a', 'b']);
  expect([...tf.tidy(() => tf.tensor1d([1.9, -2.9]).cast('int32').dataSync())]).toEqual([1, -2]);
});
