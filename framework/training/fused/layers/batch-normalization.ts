import { batchNormalization } from '../../../model/layers/batch-normalization.ts';
import { known } from '../known.ts';
import { newSignal } from '../operation.ts';
import type { LayerForm } from './layer-form.ts';

/** Measures on the batch; moves the running statistics in the forward pass, as the layer itself does. */
export const batchNormalizationForm = known(batchNormalization, ({ momentum, epsilon }): LayerForm => ({
  lower(at) {
    const { kernels, memory, input } = at;
    const channels = at.inputShape.at(-1)!;
    const places = input.size / channels;
    const gamma = at.weight('gamma');
    const beta = at.weight('beta');
    const runningMean = at.weight('moving_mean');
    const runningVariance = at.weight('moving_variance');
    const means = memory.fixed(channels);
    const variances = memory.fixed(channels);
    const output = newSignal(at, input.size);
    const x = input.value;
    const y = output.value;
    const dy = output.gradient!;
    at.add({
      forward({ rows }) {
        kernels.normalizeBatch(x.address, rows * places, channels, gamma.address, beta.address, epsilon, means.address, variances.address, y.address); // prettier-ignore
        kernels.moveTowards(runningMean.address, means.address, channels, 1 - momentum);
        kernels.moveTowards(runningVariance.address, variances.address, channels, 1 - momentum);
      },
      backward({ rows }) {
        const dx = input.gradient?.address ?? 0;
        kernels.normalizeBatchGradient(x.address, dy.address, rows * places, channels, gamma.address, epsilon, means.address, variances.address, gamma.gradient.address, beta.gradient.address, dx); // prettier-ignore
      },
    });
    return output;
  },
}));
