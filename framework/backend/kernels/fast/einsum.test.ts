import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { einsum } from './einsum.ts';
import { expectClose, onBothBackends, startFastKernels, tensorOf } from './on-both-backends.ts';

beforeAll(async () => {
  await startFastKernels();
});

const EQUATIONS: [string, ...number[][]][] = [
  ['ij,jk->ik', [3, 4], [4, 5]],
  ['bij,bjk->bik', [2, 3, 4], [2, 4, 5]],
  ['ij->ji', [3, 4]],
  ['ij->i', [3, 4]],
  ['ij,ij->', [3, 4], [3, 4]],
  ['i,j->ij', [3], [4]],
  ['bhid,bhjd->bhij', [2, 2, 3, 4], [2, 2, 5, 4]],
];

test.each(EQUATIONS)(
  'einsum %s agrees with the cpu backend and leaves no tensor behind',
  async (equation, ...shapes) => {
    const tensors = fc.sample(fc.tuple(...shapes.map((shape) => tensorOf(shape))), {
      seed: 2,
      numRuns: 1,
    })[0]!;
    const backend = tf.backend() as tf.KernelBackend & { numDataIds(): number };
    const before = backend.numDataIds();
    expectClose(await onBothBackends(einsum, tensors, { equation }), 1e-5);
    expect(backend.numDataIds()).toBe(before);
  },
);
