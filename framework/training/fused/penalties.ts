import type { KernelModule } from '../../backend/kernels/fast/kernel-module.ts';
import type { RegularizerPart } from '../../model/layer.ts';
import type { Operation, Signal } from './operation.ts';
import type { PlanWeight } from './plan-weight.ts';

/** Adds the gradient of `l1 · Σ |w| + l2 · Σ w²` to that of a weight, and gives the penalty back. */
export function penalize(kernels: KernelModule, { address, size, gradient, weight }: PlanWeight): number {
  const { l1, l2 } = weight.penalty!;
  if (l1 > 0) kernels.addSignsInPlace(gradient.address, address, size, l1);
  if (l2 > 0) kernels.addScaledInPlace(gradient.address, address, size, 2 * l2);
  return sizeOf(kernels, address, size, { l1, l2 });
}

/** The penalty on what comes out of a layer, as its mean over the batch; to be appended right behind the layer. */
export function activityPenalty(
  kernels: KernelModule,
  output: Signal,
  { l1, l2 }: RegularizerPart,
): Operation {
  const { value, size } = output;
  const gradient = output.gradient!;
  return {
    forward: () => undefined,
    backward({ rows }) {
      const count = rows * size;
      if (l1 > 0) kernels.addSignsInPlace(gradient.address, value.address, count, l1 / rows);
      if (l2 > 0) kernels.addScaledInPlace(gradient.address, value.address, count, (2 * l2) / rows);
    },
    penalty: ({ rows }) => sizeOf(kernels, value.address, rows * size, { l1, l2 }) / rows,
  };
}

function sizeOf(kernels: KernelModule, address: number, size: number, { l1, l2 }: RegularizerPart): number {
  const sizes = l1 > 0 ? l1 * kernels.sumOfSizes(address, size) : 0;
  return sizes + (l2 > 0 ? l2 * kernels.sumOfSquares(address, size) : 0);
}
