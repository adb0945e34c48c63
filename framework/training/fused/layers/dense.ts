import { dense } from '../../../model/layers/dense.ts';
import { known } from '../known.ts';
import { newSignal } from '../operation.ts';
import { addBiasAndActivation } from './bias-and-activation.ts';
import type { LayerForm } from './layer-form.ts';

/** `y = activation(x W + b)`, `dW = xᵀ dz`, `dx = dz Wᵀ`. */
export const denseForm = known(dense, ({ units, useBias, activation }): LayerForm => ({
  activation,
  lower(at, activation) {
    const { kernels, input } = at;
    const inputs = input.size;
    const kernel = at.weight('kernel');
    const sums = newSignal(at, units);
    const x = input.value;
    const dx = input.gradient;
    const y = sums.value;
    const dy = sums.gradient!;
    at.add({
      resize: () => kernels.multiplyScratchBytes(),
      forward({ rows, scratch }) {
        kernels.multiply(rows, units, inputs, x.address, inputs, 1, kernel.address, units, 1, y.address, 0, scratch); // prettier-ignore
      },
      backward({ rows, scratch }) {
        kernels.multiply(inputs, units, rows, x.address, 1, inputs, dy.address, units, 1, kernel.gradient.address, 0, scratch); // prettier-ignore
        if (!dx) return;
        kernels.multiply(rows, inputs, units, dy.address, units, 1, kernel.address, 1, units, dx.address, 0, scratch); // prettier-ignore
      },
    });
    return addBiasAndActivation(at, sums, { columns: units, useBias, activation });
  },
}));
