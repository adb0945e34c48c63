import { LOSSES, type LossName } from '../../backend/kernels/fast/step-kernels.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';
import type { KernelModule } from '../../backend/kernels/fast/kernel-module.ts';
import { binaryCrossentropy } from '../losses/binary-crossentropy.ts';
import { categoricalCrossentropy } from '../losses/categorical-crossentropy.ts';
import { huber } from '../losses/huber.ts';
import { meanAbsoluteError } from '../losses/mean-absolute-error.ts';
import { meanSquaredError } from '../losses/mean-squared-error.ts';
import { sparseCategoricalCrossentropy } from '../losses/sparse-categorical-crossentropy.ts';
import type { LossPart } from '../loss.ts';
import { known, type Known } from './known.ts';
import type { PlanMemory } from './memory.ts';
import type { Pass, Signal } from './operation.ts';

/** A loss as the kernels know it. */
export interface LossForm {
  readonly name: LossName | 'categoricalCrossentropyOfLogits';
  /** Where huber turns straight. */
  readonly delta: number;
}

const lossForm = (name: LossForm['name'], delta = 0): LossForm => ({ name, delta });
const crossentropy = ({ from }: { readonly from: 'probabilities' | 'logits' }): LossForm =>
  lossForm(from === 'logits' ? 'categoricalCrossentropyOfLogits' : 'categoricalCrossentropy');

/** The losses that the fused step knows. */
export const KNOWN_LOSSES: readonly Known<LossForm>[] = [
  known(meanSquaredError, () => lossForm('squaredError')),
  known(meanAbsoluteError, () => lossForm('absoluteError')),
  known(huber, ({ delta }) => lossForm('huber', delta)),
  known(binaryCrossentropy, ({ from }) =>
    lossForm(from === 'logits' ? 'binaryCrossentropyOfLogits' : 'binaryCrossentropy'),
  ),
  known(categoricalCrossentropy, crossentropy),
  known(sparseCategoricalCrossentropy, crossentropy),
];

/** The loss of a batch and its gradient by the outputs `[rows, outputs]` of the model. */
export interface PlanLoss {
  /**
   * Writes the gradient by the outputs.
   * @param targets as the loss wants them
   * @param weights `[rows]`, or 0 for none
   * @returns the loss, reduced over the rows
   */
  run(pass: Pass, targets: Address, weights: Address): number;
}

/** Lowers a loss. */
export function lowerLoss(
  form: LossForm,
  { reduction, targetEncoding }: Pick<LossPart, 'reduction' | 'targetEncoding'>,
  outputs: Signal,
  { kernels, memory }: { readonly kernels: KernelModule; readonly memory: PlanMemory },
): PlanLoss {
  const columns = outputs.size;
  const losses = memory.perRow(1);
  const oneHot = targetEncoding === 'classIndex' ? memory.perRow(columns) : undefined;
  const y = outputs.value;
  const dy = outputs.gradient!;
  const kind = (LOSSES as readonly string[]).indexOf(form.name);
  return {
    run({ rows }, givenTargets, weights) {
      const scale = reduction === 'mean' ? 1 / rows : 1;
      if (oneHot) kernels.oneHot(givenTargets, rows, columns, oneHot.address);
      const targets = oneHot?.address ?? givenTargets;
      if (form.name === 'categoricalCrossentropyOfLogits') {
        kernels.softmaxCrossEntropy(y.address, targets, weights, rows, columns, scale, losses.address, dy.address); // prettier-ignore
      } else {
        kernels.lossAndGradient(kind, y.address, targets, weights, rows, columns, scale, form.delta, losses.address, dy.address); // prettier-ignore
      }
      return Math.fround(kernels.weightedSum(losses.address, weights, rows) * scale);
    },
  };
}
