import type { KernelHeap } from '../../backend/kernels/fast/kernel-heap.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';
import type { KernelModule } from '../../backend/kernels/fast/kernel-module.ts';
import type { LayerContext, Shape } from '../../model/layer.ts';
import type { PlanMemory, Place } from './memory.ts';
import type { PlanWeight } from './plan-weight.ts';

/** Numbers that flow between two operations, `[rows, size]` as memory goes, with the gradient that flows back. */
export interface Signal {
  readonly value: Place;
  /** Null where nobody wants it: at the input of the model. */
  readonly gradient: Place | null;
  /** Floats in a row of a batch. */
  readonly size: number;
  /** What is still to be done with it before others may see it; see {@link Unfinished}. */
  readonly unfinished?: Unfinished;
}

/**
 * An operation on every number by itself that a maximum may be taken before: it never makes a smaller number larger than
 * a larger one, so that the largest stays the largest, to the last bit. After the pool there is less to do.
 */
export interface Unfinished {
  /** Appends it to the plan, on the numbers themselves or on the largest of them. */
  finish(signal: Signal): Signal;
}

/** What changes from step to step. */
export interface Pass {
  /** Rows of the batch. */
  rows: number;
  /** Number of the training step. */
  step: number;
  /** Memory that every call of a kernel may use, as large as any operation asked for. */
  scratch: Address;
}

/** One computation of a plan, forward and back. Closures over addresses: nothing is looked up or made in a step. */
export interface Operation {
  /**
   * Called before the first pass, when batches change their number of rows, and when the memory has moved.
   * @returns bytes of scratch memory that it needs
   */
  resize?(rows: number): number;
  forward(pass: Pass): void;
  /** From the gradient by what comes out to those by what goes in and by the weights; may spoil the former. */
  backward(pass: Pass): void;
  /** A penalty, after `forward`: what it adds to the loss of a batch. */
  penalty?(pass: Pass): number;
}

/** What a layer is lowered with. */
export interface LayerPlace {
  readonly kernels: KernelModule;
  readonly heap: KernelHeap;
  readonly memory: PlanMemory;
  readonly context: LayerContext;
  readonly input: Signal;
  /** Without the batch axis. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** The layer's weight of that name, e.g. `kernel`. */
  weight(name: string): PlanWeight;
  /** Appends an operation to the plan. */
  add(operation: Operation): void;
}

/** New memory for what comes out of an operation and for its gradient. */
export function newSignal({ memory }: Pick<LayerPlace, 'memory'>, size: number): Signal {
  return { value: memory.perRow(size), gradient: memory.perRow(size), size };
}
