import * as tf from '#tensorflow';
import type { Weight } from '../model/model.ts';
import { clip } from './clip.ts';
import type { OptimizerPart } from './optimizer.ts';

/** A slot of one weight: `dense_1/kernel/mean`. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: tf.Tensor;
}

/** Applies an optimizer to weights and keeps its slots. */
export interface Update {
  /**
   * Changes the weights by one step. Runs inside `tf.tidy`.
   * @param gradients in the order of the weights; undefined where the loss does not depend on one
   * @param step number of this update, counted from 1
   */
  apply(gradients: readonly (tf.Tensor | undefined)[], learningRate: number, step: number): void;
  /** All slots, by name. */
  slots(): readonly NamedTensor[];
  /** Replaces slots by values of a checkpoint; takes the tensors over. */
  setSlots(tensor: (name: string, shape: readonly number[]) => tf.Tensor): void;
  dispose(): void;
}

/** Prepares the slots of an optimizer for weights. */
export function createUpdate(weights: readonly Weight[], optimizer: OptimizerPart): Update {
  const { clipping, weightDecay } = optimizer;
  const slotNames = Object.keys(optimizer.slots);
  const targets = weights.map(({ name, variable }) => ({
    name,
    variable,
    decays: weightDecay.strength > 0 && !weightDecay.exclude.includes(name.slice(name.lastIndexOf('/') + 1)),
    slots: Object.fromEntries(
      slotNames.map((slot): [string, tf.Tensor] => [slot, tf.fill(variable.shape, optimizer.slots[slot]!)]),
    ),
  }));

  return {
    apply(gradients, learningRate, step) {
      const reached = targets.filter((_, index) => gradients[index] !== undefined);
      const clipped = clip(
        gradients.filter((gradient) => gradient !== undefined),
        clipping,
      );
      reached.forEach((target, index) => {
        const { variable, slots } = target;
        const shrunk = target.decays ? tf.mul(variable, 1 - learningRate * weightDecay.strength) : variable;
        const next = optimizer.update({
          variable: shrunk,
          gradient: clipped[index]!,
          slots,
          learningRate,
          step,
        });
        variable.assign(next.variable);
        for (const slot of slotNames) {
          slots[slot]!.dispose();
          slots[slot] = tf.keep(next.slots[slot]!);
        }
      });
    },
    slots: () =>
      targets.flatMap(({ name, slots }) =>
        slotNames.map((slot) => ({ name: `${name}/${slot}`, tensor: slots[slot]! })),
      ),
    setSlots(tensor) {
      for (const { name, variable, slots } of targets) {
        for (const slot of slotNames) {
          slots[slot]!.dispose();
          slots[slot] = tensor(`${name}/${slot}`, variable.shape);
        }
      }
    },
    dispose() {
      for (const { slots } of targets) for (const slot of slotNames) slots[slot]!.dispose();
    },
  };
}
