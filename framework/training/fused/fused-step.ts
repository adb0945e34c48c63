import type { KernelMachine } from '../../backend/kernels/fast/fast-kernel.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';
import type { Model } from '../../model/model.ts';
import type { LossPart } from '../loss.ts';
import type { OptimizerPart } from '../optimizer.ts';
import type { TrainingStep } from '../training-step.ts';
import type { Update, UpdateTarget } from '../update.ts';
import { clipInPlace } from './clip-in-place.ts';
import { penalize } from './penalties.ts';
import { createPlan } from './plan.ts';
import type { PlanWeight } from './plan-weight.ts';
import type { Recognized } from './recognize.ts';

/**
 * The training step without TensorFlow.js: forward, loss, backward, penalties, clipping, decay and update as calls of
 * our kernels, one after the other, on memory that is laid out at the first step.
 *
 * Weights and slots are those of the model and the update, in their own memory, so that whoever reads them between two
 * steps, or replaces them, needs to know nothing of this one. All are asked for their addresses at every step.
 */
export function createFusedStep(
  recognized: Recognized,
  {
    model,
    loss,
    optimizer,
    update,
    machine,
  }: {
    readonly model: Model;
    readonly loss: LossPart;
    readonly optimizer: OptimizerPart;
    readonly update: Update;
    readonly machine: KernelMachine;
  },
): TrainingStep {
  const { kernels, heap } = machine;
  const { clipping, weightDecay } = optimizer;
  const plan = createPlan(recognized, { model, loss, machine });
  const { trained } = plan;
  const penalized = trained.filter(({ weight }) => weight.penalty);
  const updates = trained.map((weight, index) => createPlaces(weight, update.targets[index]!));

  return {
    run({ features, targets, weights }, step, learningRate) {
      const batch = {
        rows: features.shape[0],
        features: heap.address(features),
        targets: heap.address(targets),
        weights: heap.optionalAddress(weights),
      };
      let minimized = plan.run(batch, step);
      for (const weight of penalized) minimized += penalize(kernels, weight);
      clipInPlace(kernels, trained, clipping);
      for (const { places, target, weight } of updates) {
        places.variable = weight.address;
        places.gradient = weight.gradient.address;
        places.learningRate = learningRate;
        places.step = step;
        for (const name in target.slots) places.slots[name] = heap.address(target.slots[name]!);
        if (target.decays) {
          kernels.scaleInPlace(weight.address, weight.size, 1 - learningRate * weightDecay.strength);
        }
        recognized.updateInPlace(kernels, places);
        heap.changed(target.variable);
      }
      return Math.fround(minimized);
    },
    dispose: () => {
      plan.dispose();
    },
  };
}

/** The arguments of an update, made once and filled in at every step. */
function createPlaces(weight: PlanWeight, target: UpdateTarget) {
  const slots: Record<string, Address> = {};
  const places = { variable: 0, gradient: 0, slots, size: weight.size, learningRate: 0, step: 0 };
  return { weight, target, places };
}
