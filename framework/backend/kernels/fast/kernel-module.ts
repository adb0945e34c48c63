import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address } from './address.ts';
import type { StepKernels } from './step-kernels.ts';

/**
 * - `reproducible`: plain SIMD and a fixed order of sums, so the same bits on every machine.
 * - `fast`: the processor's fused multiply-add where the engine has relaxed SIMD (Node 22 and newer); the last
 *   bits may differ between processors.
 */
export type KernelMode = 'reproducible' | 'fast';

/** A WebAssembly memory; `buffer` is another one after it has grown. */
export interface HeapMemory {
  readonly buffer: ArrayBuffer;
}

/** As far as it is used here: Node's types leave WebAssembly out, and the browser's would bring the DOM along. */
declare const WebAssembly: {
  instantiate(
    binary: Uint8Array,
    imports: { readonly env: { readonly memory: HeapMemory } },
  ): Promise<{ readonly instance: { readonly exports: unknown } }>;
};

/**
 * What the WebAssembly modules of `assembly/` export; the doc comments there say what each does. All matrices
 * and images are float32 without gaps. The functions keep no memory of their own: whoever calls them passes
 * addresses of tensors and of scratch memory. Nothing checks the sizes, so a wrong one overwrites what lies beside.
 */
export interface KernelModule extends StepKernels {
  multiplyScratchBytes(): number;
  multiply(
    rows: number,
    columns: number,
    depth: number,
    a: Address,
    aRowStride: number,
    aDepthStride: number,
    b: Address,
    bDepthStride: number,
    bColumnStride: number,
    c: Address,
    accumulate: number,
    scratch: Address,
  ): void;

  convolutionScratchBytes(window: Address): number;
  convolve(window: Address, x: Address, filter: Address, y: Address, scratch: Address): void;
  convolutionFilterGradient(window: Address, x: Address, dy: Address, dw: Address, scratch: Address): void;
  convolutionInputGradient(
    window: Address,
    dy: Address,
    filter: Address,
    dx: Address,
    scratch: Address,
  ): void;
  depthwiseConvolve(window: Address, x: Address, filter: Address, y: Address): void;
  depthwiseFilterGradient(window: Address, x: Address, dy: Address, dw: Address): void;
  depthwiseInputGradient(window: Address, dy: Address, filter: Address, dx: Address): void;

  maxPool(window: Address, x: Address, y: Address): void;
  maxPoolGradient(window: Address, x: Address, dy: Address, dx: Address): void;
  averagePool(window: Address, x: Address, y: Address): void;
  averagePoolGradient(window: Address, dy: Address, dx: Address): void;

  activate(kind: number, x: Address, y: Address, size: number, slope: number): void;
  activationGradient(kind: number, dy: Address, y: Address, dx: Address, size: number, slope: number): void;
  addBiasAndActivate(
    kind: number,
    y: Address,
    rows: number,
    columns: number,
    bias: Address,
    slope: number,
  ): void;

  softmax(x: Address, rows: number, columns: number, y: Address): void;
  softmaxCrossEntropy(
    x: Address,
    targets: Address,
    weights: Address,
    rows: number,
    columns: number,
    scale: number,
    losses: Address,
    gradient: Address,
  ): void;

  columnSums(x: Address, rows: number, columns: number, sums: Address): void;
  rowSums(x: Address, rows: number, columns: number, sums: Address): void;
  segmentSums(
    x: Address,
    segments: Address,
    rows: number,
    columns: number,
    count: number,
    sums: Address,
  ): void;
  sumOfFloats(x: Address, size: number): number;
  sumOfSquares(x: Address, size: number): number;

  sgd(weights: Address, gradients: Address, size: number, rate: number): void;
  momentum(
    weights: Address,
    gradients: Address,
    velocities: Address,
    size: number,
    rate: number,
    decay: number,
    nesterov: number,
  ): void;
  adagrad(
    weights: Address,
    gradients: Address,
    sums: Address,
    size: number,
    rate: number,
    epsilon: number,
  ): void;
  rmsprop(
    weights: Address,
    gradients: Address,
    squares: Address,
    means: Address,
    velocities: Address,
    size: number,
    rate: number,
    decay: number,
    fresh: number,
    momentum: number,
    epsilon: number,
  ): void;
  adam(
    weights: Address,
    gradients: Address,
    means: Address,
    squares: Address,
    size: number,
    rate: number,
    beta1: number,
    fresh1: number,
    beta2: number,
    fresh2: number,
    epsilon: number,
  ): void;
  scaleInPlace(x: Address, size: number, factor: number): void;
  clipInPlace(x: Address, size: number, bound: number): void;
  addScaledInPlace(target: Address, source: Address, size: number, factor: number): void;
  integerPower(base: number, exponent: number): number;
}

/** The file of a mode's module, in whatever folder it lies. */
export const KERNEL_FILES: Readonly<Record<KernelMode, string>> = {
  reproducible: 'kernels.simd.wasm',
  fast: 'kernels.relaxed.wasm',
};

/**
 * Starts a mode's module on a memory.
 * @param folder where the modules lie: {@link kernelFolder}, or a copy of it
 * @throws WebAssembly.CompileError where the engine lacks the instructions; what `readFile` throws
 */
export async function loadKernelModule(
  mode: KernelMode,
  { folder, memory }: { readonly folder: string; readonly memory: HeapMemory },
): Promise<KernelModule> {
  const binary = await readFile(join(folder, KERNEL_FILES[mode]));
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } });
  return instance.exports as KernelModule;
}
