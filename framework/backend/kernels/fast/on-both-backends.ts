// For tests: one kernel on the backend cpu, which is the reference, and on ours.
import fc from 'fast-check';
import { expect } from 'vitest';
import * as tf from '#tensorflow';
import { wasm } from '../../wasm.ts';
import { kernelFolder } from './kernel-folder.ts';
import type { FastKernel, KernelMachine } from './fast-kernel.ts';
import type { KernelMode } from './kernel-module.ts';
import { kernelMachine, registerFastKernels } from './register-fast-kernels.ts';

/** Elements and shape of an input. */
export interface Values {
  readonly shape: number[];
  readonly values: readonly number[];
  readonly dtype?: 'float32' | 'int32' | 'bool';
}

/** Inputs by name; einsum has them in a row. */
type Inputs = Readonly<Record<string, Values>> | readonly Values[];

/** The kernels under test; `.ci/node-versions` has the tests run on the others too, which need Node 22. */
const MODE: KernelMode = process.env.DESCENT_KERNEL_MODE === 'fast' ? 'fast' : 'reproducible';

/** Starts the backend wasm with our kernels. */
export async function startFastKernels(mode: KernelMode = MODE): Promise<KernelMachine> {
  await wasm.load({ project: '.', softwareGpu: false });
  await tf.setBackend('wasm');
  expect(await registerFastKernels({ mode, folder: kernelFolder() })).toEqual({ mode, shortfall: null });
  return kernelMachine()!;
}

/** Runs a kernel on the backend cpu, and ours, which must take the case; gives both results' elements back. */
export async function onBothBackends(
  kernel: FastKernel,
  inputs: Inputs,
  attributes: object,
): Promise<{ readonly expected: tf.TypedArray; readonly received: tf.TypedArray }> {
  await tf.setBackend('cpu');
  const [expected, expectedShape] = compute(inputs, (tensors) =>
    tf.engine().runKernel(kernel.name, tensors, attributes as tf.NamedAttrMap),
  );
  await tf.setBackend('wasm');
  const [received, shape] = compute(inputs, (tensors) => attempt(kernel, tensors, attributes));
  expect(shape).toEqual(expectedShape);
  return { expected, received };
}

/** Runs our kernel on tensors of the backend wasm. */
export function attempt(kernel: FastKernel, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor {
  const output = kernel.attempt(inputs, attributes as tf.NamedAttrMap, kernelMachine()!);
  if (output === undefined) throw new Error(`${kernel.name} does not take this case`);
  return tf.engine().makeTensorFromTensorInfo(output);
}

/** Expects the same results but for rounding: at most `tolerance`, or as large a part of the expected number. */
export function expectClose(
  { expected, received }: { readonly expected: tf.TypedArray; readonly received: tf.TypedArray },
  tolerance: number,
): void {
  expect(received.length).toBe(expected.length);
  received.forEach((value, index) => {
    const other = expected[index]!;
    const close = Math.abs(value - other) <= tolerance * (1 + Math.abs(other));
    if (!close && !Object.is(value, other)) {
      expect.fail(`element ${index} of ${expected.length} is ${value}, expected ${other}`);
    }
  });
}

/** Float32 numbers from −2 to 2. */
export const finite = fc.double({ min: -2, max: 2, noNaN: true }).map(Math.fround);

/** Now and then also NaN, infinities and zeros of both signs. */
export const anyFloat = fc.oneof(
  { weight: 40, arbitrary: finite },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 0, -0) },
);

/** A tensor of a shape. */
export function tensorOf(
  shape: readonly number[],
  element: fc.Arbitrary<number> = finite,
): fc.Arbitrary<Values> {
  const size = tf.util.sizeFromShape([...shape]);
  // A handful of numbers repeated at odd distances: as telling as drawing every element, and much faster.
  return fc
    .tuple(fc.array(element, { minLength: 23, maxLength: 23 }), fc.integer({ min: 1, max: 22 }))
    .map(([drawn, step]) => ({
      shape: [...shape],
      values: Array.from({ length: size }, (_, index) => drawn[(index * step + (index >> 5)) % 23]!),
    }));
}

function compute(inputs: Inputs, run: (tensors: tf.NamedTensorMap) => unknown): [tf.TypedArray, number[]] {
  const output = tf.tidy(() => {
    const tensor = ({ values, shape, dtype = 'float32' }: Values) => tf.tensor([...values], shape, dtype);
    const tensors = Array.isArray(inputs)
      ? inputs.map(tensor)
      : Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, tensor(values)]));
    return run(tensors as tf.NamedTensorMap) as tf.Tensor;
  });
  const values = output.dataSync();
  output.dispose();
  return [values, output.shape];
}
