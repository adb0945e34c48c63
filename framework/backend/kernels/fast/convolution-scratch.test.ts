import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import * as tf from '#tensorflow';
import { geometries, tiledGeometries } from './convolution-geometries.ts';
import type { KernelMachine } from './fast-kernel.ts';
import { startFastKernels } from './on-both-backends.ts';

let machine: KernelMachine;
beforeAll(async () => {
  machine = await startFastKernels();
});

const GUARD_BYTES = 256;

test('convolutions write neither behind their scratch memory nor behind their results', () => {
  const { kernels, heap } = machine;
  const all = fc.oneof(geometries({ depthwise: false, dilated: true }), tiledGeometries());
  fc.assert(
    fc.property(all, ({ inputShape, filterShape, outputShape, strides, dilations, pad }) => {
      const info = tf.backend_util.computeConv2DInfo(inputShape, filterShape, strides, dilations, pad);
      const window = heap.window(info);
      const [x, filter, y] = [inputShape, filterShape, outputShape].map((shape) => 4 * tf.util.sizeFromShape(shape)) as [number, number, number]; // prettier-ignore
      const scratch = kernels.convolutionScratchBytes(window);
      const start = heap.scratch(x + filter + y + scratch + 4 * GUARD_BYTES);
      const at = {
        x: start,
        filter: start + x + GUARD_BYTES,
        y: start + x + filter + 2 * GUARD_BYTES,
        scratch: start + x + filter + y + 3 * GUARD_BYTES,
      };
      const guards = [at.filter, at.y, at.scratch, at.scratch + scratch + GUARD_BYTES].map(
        (end) => new Uint8Array(heap.memory.buffer, end - GUARD_BYTES, GUARD_BYTES),
      );
      for (const guard of guards) guard.fill(171);
      kernels.convolve(window, at.x, at.filter, at.y, at.scratch);
      kernels.convolutionFilterGradient(window, at.x, at.y, at.filter, at.scratch);
      kernels.convolutionInputGradient(window, at.y, at.filter, at.x, at.scratch);
      for (const guard of guards) expect(guard.every((byte) => byte === 171)).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});
