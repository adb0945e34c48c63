import type { KernelModule } from '../../backend/kernels/fast/kernel-module.ts';
import type { Clipping } from '../optimizer.ts';
import type { PlanWeight } from './plan-weight.ts';

/** Bounds gradients where they lie, in the order and with the meaning of `clip`. */
export function clipInPlace(
  kernels: KernelModule,
  weights: readonly PlanWeight[],
  { value, norm, globalNorm }: Clipping,
): void {
  const shorten = ({ gradient, size }: PlanWeight, squares: number, bound: number) => {
    const length = Math.sqrt(squares);
    // Also where the length is not a number, so that all become what they would by operations.
    if (!(length <= bound)) kernels.scaleInPlace(gradient.address, size, bound / length);
  };
  const squaresOf = ({ gradient, size }: PlanWeight) => kernels.sumOfSquares(gradient.address, size);
  if (value !== null) {
    for (const { gradient, size } of weights) kernels.clipInPlace(gradient.address, size, value);
  }
  if (norm !== null) for (const weight of weights) shorten(weight, squaresOf(weight), norm);
  if (globalNorm !== null) {
    const all = weights.reduce((sum, weight) => Math.fround(sum + squaresOf(weight)), 0);
    for (const weight of weights) shorten(weight, all, globalNorm);
  }
}
