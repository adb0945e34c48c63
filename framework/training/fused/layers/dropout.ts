import { drawMask, dropout } from '../../../model/layers/dropout.ts';
import { known } from '../known.ts';
import { newSignal } from '../operation.ts';
import type { LayerForm } from './layer-form.ts';

/** Draws the very masks of the layer itself, from its stream. */
export const dropoutForm = known(dropout, ({ rate }): LayerForm => ({
  lower(at) {
    const { kernels, heap, memory, input, context } = at;
    if (rate === 0) return input;
    const { size } = input;
    const mask = memory.perRow(size);
    const output = newSignal(at, size);
    const dy = output.gradient!;
    at.add({
      forward({ rows, step }) {
        const factors = new Float32Array(heap.memory.buffer, mask.address, rows * size);
        drawMask(factors, rate, context.stream.derive(step));
        kernels.multiplyElements(input.value.address, mask.address, output.value.address, rows * size);
      },
      backward({ rows }) {
        const dx = input.gradient;
        if (dx) kernels.multiplyElements(dy.address, mask.address, dx.address, rows * size);
      },
    });
    return output;
  },
}));
