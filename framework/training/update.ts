import * as tf from '#tensorflow';
import type { KernelMachine } from '../backend/kernels/fast/fast-kernel.ts';
import { kernelMachine } from '../backend/kernels/fast/register-fast-kernels.ts';
import type { Weight } from '../model/model.ts';
import { clip } from './clip.ts';
import { ownAddress } from './fused/plan-weight.ts';
import type { OptimizerPart } from './optimizer.ts';

/** A slot of one weight: `dense_1/kernel/mean`. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: tf.Tensor;
}

/** A weight with its slots. */
export interface UpdateTarget {
  readonly name: string;
  readonly variable: tf.Variable;
  /** Whether weight decay shrinks it. */
  readonly decays: boolean;
  /** By the optimizer's names; a checkpoint replaces them. */
  readonly slots: Record<string, tf.Tensor>;
}

/** Applies an optimizer to weights and keeps its slots. */
export interface Update {
  /** In the order of the weights; for those who update in place themselves. */
  readonly targets: readonly UpdateTarget[];
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

/** Prepares the slots of an optimizer for weights. On wasm its kernel is used, where it has one. */
export function createUpdate(weights: readonly Weight[], optimizer: OptimizerPart): Update {
  const { clipping, weightDecay } = optimizer;
  const slotNames = Object.keys(optimizer.slots);
  const targets = weights.map(({ name, variable }): UpdateTarget => ({
    name,
    variable,
    decays: weightDecay.strength > 0 && !weightDecay.exclude.includes(name.slice(name.lastIndexOf('/') + 1)),
    slots: Object.fromEntries(
      slotNames.map((slot): [string, tf.Tensor] => [slot, tf.fill(variable.shape, optimizer.slots[slot]!)]),
    ),
  }));

  return {
    targets,
    apply(gradients, learningRate, step) {
      const reached = targets.filter((_, index) => gradients[index] !== undefined);
      const clipped = clip(
        gradients.filter((gradient) => gradient !== undefined),
        clipping,
      );
      const machine = kernelMachine();
      const applyTo =
        machine && optimizer.updateInPlace ? applyInPlace(machine, optimizer) : applyByTensors(optimizer);
      reached.forEach((target, index) => {
        applyTo(target, clipped[index]!, learningRate, step);
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

type Apply = (target: UpdateTarget, gradient: tf.Tensor, learningRate: number, step: number) => void;

/** By operations of TensorFlow.js, on any backend. */
function applyByTensors({ update, weightDecay }: OptimizerPart): Apply {
  return ({ variable, decays, slots }, gradient, learningRate, step) => {
    const shrunk = decays ? tf.mul(variable, 1 - learningRate * weightDecay.strength) : variable;
    const next = update({ variable: shrunk, gradient, slots, learningRate, step });
    variable.assign(next.variable);
    for (const [name, slot] of Object.entries(next.slots)) {
      slots[name]!.dispose();
      slots[name] = tf.keep(slot);
    }
  };
}

/** By one kernel that changes the elements where they lie. */
function applyInPlace(
  { heap, kernels }: KernelMachine,
  { updateInPlace, weightDecay }: OptimizerPart,
): Apply {
  const place = (tensor: tf.Tensor) => heap.address(tensor);
  return ({ variable, decays, slots }, gradient, learningRate, step) => {
    const address = ownAddress(variable, heap);
    const { size } = variable;
    if (decays) kernels.scaleInPlace(address, size, 1 - learningRate * weightDecay.strength);
    updateInPlace!(kernels, {
      variable: address,
      gradient: place(gradient),
      slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, place(slot)])),
      size,
      learningRate,
      step,
    });
    heap.changed(variable);
  };
}
