/** Numbers of a rectangular list, or list of lists, in row-major order. */
export interface PackedNumbers {
  readonly shape: readonly number[];
  readonly values: Float64Array;
}

/** Shorter lists cost less as JSON. */
const SMALLEST = 8;
const DEEPEST = 4;

/**
 * Packs a list of numbers, or rectangular lists of lists up to four deep, so that ten thousand rows cost one
 * block of bytes and count as one value. Ragged, mixed, sparse and short lists stay lists.
 * @returns undefined when the list is not to be packed
 */
export function packNumbers(list: readonly unknown[]): PackedNumbers | undefined {
  const shape = shapeOfFirst(list);
  if (shape === undefined || !isRectangular(list, shape, 0)) return undefined;
  const size = shape.reduce((product, length) => product * length, 1);
  if (size < SMALLEST) return undefined;

  const values = new Float64Array(size);
  let next = 0;
  const fill = (part: unknown): void => {
    if (typeof part === 'number') values[next++] = part;
    else for (const item of part as unknown[]) fill(item);
  };
  fill(list);
  return { shape, values };
}

/** The lists that were packed. */
export function unpackNumbers({ shape, values }: PackedNumbers): unknown[] {
  let next = 0;
  const unpack = (axis: number): unknown[] => {
    const length = shape[axis]!;
    if (axis === shape.length - 1) return Array.from(values.subarray(next, (next += length)));
    return Array.from({ length }, () => unpack(axis + 1));
  };
  return unpack(0);
}

function shapeOfFirst(list: readonly unknown[]): number[] | undefined {
  const shape: number[] = [];
  let part: unknown = list;
  while (Array.isArray(part)) {
    if (part.length === 0 || shape.length === DEEPEST) return undefined;
    shape.push(part.length);
    part = part[0];
  }
  return typeof part === 'number' ? shape : undefined;
}

function isRectangular(part: unknown, shape: readonly number[], axis: number): boolean {
  if (axis === shape.length) return typeof part === 'number';
  if (!Array.isArray(part) || part.length !== shape[axis]) return false;
  // Not `every`, which skips holes.
  for (const item of part) {
    if (!isRectangular(item, shape, axis + 1)) return false;
  }
  return true;
}
