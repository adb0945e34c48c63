import type { KernelMachine } from '../../backend/kernels/fast/fast-kernel.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';
import type { Model } from '../../model/model.ts';
import type { LossPart } from '../loss.ts';
import { lowerLoss } from './losses.ts';
import { PlanMemory, type Place } from './memory.ts';
import type { Operation, Pass, Signal } from './operation.ts';
import { activityPenalty } from './penalties.ts';
import { ownAddress, type PlanWeight } from './plan-weight.ts';
import type { Recognized } from './recognize.ts';

/** A batch on the heap. */
export interface BatchPlaces {
  readonly rows: number;
  /** `[rows, ...inputShape]` */
  readonly features: Address;
  /** As the loss wants them. */
  readonly targets: Address;
  /** `[rows]`, or 0 for none. */
  readonly weights: Address;
}

/** A model and its loss as a list of operations over memory that is laid out once. */
export interface Plan {
  /** The weights that are trained, in the order of the model. */
  readonly trained: readonly PlanWeight[];
  /**
   * One pass forward and back: leaves the gradients of the loss by the weights in their places, and moves running
   * statistics. The weights stay as they are, but each now has memory that it shares with no clone.
   * @param step number of the training step
   * @returns the loss, with penalties on what comes out of layers
   */
  run(batch: BatchPlaces, step: number): number;
  dispose(): void;
}

/** Lowers a model and its loss. */
export function createPlan(
  { layers, loss: lossForm }: Recognized,
  { model, loss: lossPart, machine }: { readonly model: Model; readonly loss: LossPart; readonly machine: KernelMachine }, // prettier-ignore
): Plan {
  const { kernels, heap } = machine;
  const memory = new PlanMemory(heap);
  const weights = model.weights.map((weight): PlanWeight => ({
    weight,
    address: 0,
    size: weight.variable.size,
    gradient: weight.trainable ? memory.fixed(weight.variable.size) : { address: 0 },
  }));

  const features: Place = { address: 0 };
  const operations: Operation[] = [];
  let outputs: Signal = { value: features, gradient: null, size: sizeOf(model.inputShape) };
  let inputShape = model.inputShape;
  for (const { layer, form, activation, context } of layers) {
    const { name, outputShape, part } = layer;
    if (!form.takesUnfinished) outputs = finished(outputs);
    outputs = form.lower(
      {
        ...{ kernels, heap, memory, context, inputShape, outputShape },
        input: outputs,
        weight: (last) => weights.find(({ weight }) => weight.name === `${name}/${last}`)!,
        add: (operation) => operations.push(operation),
      },
      activation,
    );
    if (part.activityPenalty) {
      outputs = finished(outputs);
      operations.push(activityPenalty(kernels, outputs, part.activityPenalty));
    }
    inputShape = outputShape;
  }
  outputs = finished(outputs);
  const loss = lowerLoss(lossForm, lossPart, outputs, { kernels, memory });

  const pass: Pass = { rows: 0, step: 0, scratch: 0 };
  const penalties = operations.filter(({ penalty }) => penalty);
  const backwards = operations.toReversed();
  let mostRows = 0;
  let scratchBytes = 0;
  const resize = (rows: number) => {
    if (rows > mostRows) {
      memory.layOut(rows);
      mostRows = rows;
    }
    pass.rows = rows;
    scratchBytes = Math.max(0, ...operations.map((operation) => operation.resize?.(rows) ?? 0));
  };

  return {
    trained: weights.filter(({ weight }) => weight.trainable),
    run(batch, step) {
      if (batch.rows !== pass.rows) resize(batch.rows);
      pass.step = step;
      // Others may have replaced the scratch memory, restored a weight or cloned it.
      pass.scratch = heap.scratch(scratchBytes);
      for (const weight of weights) weight.address = ownAddress(weight.weight.variable, heap);
      features.address = batch.features;
      for (const operation of operations) operation.forward(pass);
      let value = loss.run(pass, batch.targets, batch.weights);
      for (const operation of penalties) value += operation.penalty!(pass);
      for (const operation of backwards) operation.backward(pass);
      return value;
    },
    dispose: () => {
      memory.release();
    },
  };
}

/** The same numbers with nothing left to do. */
function finished(signal: Signal): Signal {
  const { unfinished, ...rest } = signal;
  return unfinished ? unfinished.finish(rest) : signal;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
