import type * as tf from '#tensorflow';
import type { KernelHeap } from '../../backend/kernels/fast/kernel-heap.ts';
import type { Address } from '../../backend/kernels/fast/address.ts';

/** Where an array lies on the heap. Ask at every use: a plan that is laid out anew, and a weight, may move. */
export interface Place {
  address: Address;
}

/** Arrays start at addresses divisible by it, the length of a line of the cache in floats. */
const LINE = 16;

interface Wish {
  readonly place: Place;
  readonly floats: (rows: number) => number;
}

/**
 * The memory of a plan: one tensor of the backend, cut into arrays. First all arrays are asked for, then the whole is
 * laid out for a number of rows, and laid out anew where more come. What an array holds is not kept then.
 */
export class PlanMemory {
  readonly #heap: KernelHeap;
  readonly #wishes: Wish[] = [];
  #tensor: tf.TensorInfo | undefined;

  constructor(heap: KernelHeap) {
    this.#heap = heap;
  }

  /** An array of so many floats for every row of a batch. */
  perRow(floats: number): Place {
    return this.#want((rows) => rows * floats);
  }

  /** An array of so many floats. */
  fixed(floats: number): Place {
    return this.#want(() => floats);
  }

  /** Gives every array its place, for batches of at most so many rows. */
  layOut(rows: number): void {
    this.release();
    const sizes = this.#wishes.map(({ floats }) => Math.ceil(floats(rows) / LINE) * LINE);
    const total = sizes.reduce((sum, size) => sum + size, LINE);
    this.#tensor = this.#heap.output([total]);
    let address = Math.ceil(this.#heap.address(this.#tensor) / (4 * LINE)) * 4 * LINE;
    this.#wishes.forEach(({ place }, index) => {
      place.address = address;
      address += 4 * sizes[index]!;
    });
  }

  /** Gives the memory back. */
  release(): void {
    if (this.#tensor) this.#heap.release(this.#tensor);
    this.#tensor = undefined;
  }

  #want(floats: Wish['floats']): Place {
    const place = { address: 0 };
    this.#wishes.push({ place, floats });
    return place;
  }
}
