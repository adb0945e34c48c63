import * as tf from '#tensorflow';
import { fusedActivationNumber } from './activation.ts';
import { areFloats, fastKernel, type KernelMachine } from './fast-kernel.ts';

interface Product {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Matrices in `a`, in `b`, and in the output. */
  readonly batchA: number;
  readonly batchB: number;
  readonly batch: number;
  readonly outputShape: readonly number[];
}

/** `a · b` for matrices or batches of them, each possibly transposed; one matrix may serve a whole batch. */
export const batchMatMul = fastKernel<{ inputs: tf.BatchMatMulInputs; attributes: tf.BatchMatMulAttrs }>(
  tf.BatchMatMul,
  ({ a, b }, { transposeA, transposeB }, machine) => {
    const product = productOf(a, b, transposeA, transposeB);
    return product && multiplyBatches(product, a, b, machine);
  },
);

/** `f(a · b + bias)`; the bias is `[columns]`. */
export const fusedMatMul = fastKernel<{ inputs: tf._FusedMatMulInputs; attributes: tf._FusedMatMulAttrs }>(
  tf._FusedMatMul,
  ({ a, b, bias }, { transposeA, transposeB, activation, leakyreluAlpha }, machine) => {
    const kind = fusedActivationNumber(activation);
    const product = productOf(a, b, transposeA, transposeB);
    if (kind === undefined || product === undefined || !isBias(bias, product.columns)) return undefined;
    const output = multiplyBatches(product, a, b, machine);
    const { kernels, heap } = machine;
    kernels.addBiasAndActivate(
      kind,
      heap.address(output),
      product.batch * product.rows,
      product.columns,
      heap.optionalAddress(bias),
      leakyreluAlpha ?? 0,
    );
    return output;
  },
);

/** Whether there is no bias, or one number for each column. */
export function isBias(bias: tf.TensorInfo | null | undefined, columns: number): boolean {
  return bias == null || (areFloats(bias) && bias.shape.length === 1 && bias.shape[0] === columns);
}

/** The sizes of a product, or undefined for one that does not fit or is none of ours. */
function productOf(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): Product | undefined {
  if (!areFloats(a, b) || a.shape.length < 2 || b.shape.length < 2) return undefined;
  const [heightA, widthA] = a.shape.slice(-2) as [number, number];
  const [heightB, widthB] = b.shape.slice(-2) as [number, number];
  const depth = transposeA ? heightA : widthA;
  if (depth !== (transposeB ? widthB : heightB)) return undefined;

  const outerA = a.shape.slice(0, -2);
  const outerB = b.shape.slice(0, -2);
  const batchA = tf.util.sizeFromShape(outerA);
  const batchB = tf.util.sizeFromShape(outerB);
  if (batchA !== 1 && batchB !== 1 && !tf.util.arraysEqual(outerA, outerB)) return undefined;
  const rows = transposeA ? widthA : heightA;
  const columns = transposeB ? heightB : widthB;
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const batch = tf.util.sizeFromShape(outer);
  return { rows, columns, depth, transposeA, transposeB, batchA, batchB, batch, outputShape: [...outer, rows, columns] }; // prettier-ignore
}

function multiplyBatches(
  product: Product,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { kernels, heap }: KernelMachine,
): tf.TensorInfo {
  const { columns, depth, transposeA, transposeB, batchA, batchB } = product;
  let { rows, batch } = product;
  const scratch = heap.scratch(kernels.multiplyScratchBytes());
  const output = heap.output(product.outputShape);
  const [aStart, bStart, cStart] = [heap.address(a), heap.address(b), heap.address(output)];
  const aRowStride = transposeA ? 1 : depth;
  const aDepthStride = transposeA ? rows : 1;
  const bDepthStride = transposeB ? 1 : columns;
  const bColumnStride = transposeB ? depth : 1;
  // A batch times one matrix is a single product: the rows of the batch stand below each other.
  if (batchB === 1 && !transposeA) [rows, batch] = [rows * batch, 1];

  const aStep = batchA === 1 ? 0 : rows * depth * 4;
  const bStep = batchB === 1 ? 0 : columns * depth * 4;
  for (let index = 0; index < batch; index++) {
    const aAt = aStart + index * aStep;
    const bAt = bStart + index * bStep;
    const cAt = cStart + index * rows * columns * 4;
    kernels.multiply(rows, columns, depth, aAt, aRowStride, aDepthStride, bAt, bDepthStride, bColumnStride, cAt, 0, scratch); // prettier-ignore
  }
  return output;
}
