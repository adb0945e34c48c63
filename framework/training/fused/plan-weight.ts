import * as tf from '#tensorflow';
import type { KernelHeap } from '../../backend/kernels/fast/kernel-heap.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';
import type { Weight } from '../../model/model.ts';
import type { Place } from './memory.ts';

/** A weight as a plan computes with it: in the memory of the model's own variable. */
export interface PlanWeight extends Place {
  readonly weight: Weight;
  /** Number of floats. */
  readonly size: number;
  /** Where the gradient goes; unused for running statistics. */
  readonly gradient: Place;
}

/**
 * Where a variable lies, for changing it in place. Whoever holds a clone of it, as the snapshot of an epoch is, shares
 * its memory: then the variable gets a copy of its own first, so that no clone ever changes.
 */
export function ownAddress(variable: tf.Variable, heap: KernelHeap): Address {
  if (heap.isShared(variable)) {
    const copy = tf.engine().makeTensorFromTensorInfo(heap.copied(variable));
    variable.assign(copy);
    copy.dispose();
  }
  return heap.address(variable);
}
