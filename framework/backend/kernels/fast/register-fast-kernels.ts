import * as tf from '#tensorflow';
import { activationKernels } from './activation.ts';
import { clipByValue } from './clip.ts';
import { convolutionKernels } from './convolution.ts';
import { einsum } from './einsum.ts';
import type { FastKernel, KernelMachine } from './fast-kernel.ts';
import { KernelHeap, type HeapBackend } from './kernel-heap.ts';
import { loadKernelModule, type KernelMode } from './kernel-module.ts';
import { batchMatMul, fusedMatMul } from './matmul.ts';
import { poolingKernels } from './pooling.ts';
import { reductionKernels } from './reduction.ts';
import { cast, identity } from './sharing.ts';
import { slice } from './slice.ts';

/** The operations that our WebAssembly modules compute. */
export const fastKernels: readonly FastKernel[] = [
  batchMatMul,
  fusedMatMul,
  ...convolutionKernels,
  ...poolingKernels,
  ...activationKernels,
  ...reductionKernels,
  slice,
  clipByValue,
  identity,
  cast,
  einsum,
];

/** What came of registering. */
export interface FastKernelsStatus {
  /** How our kernels compute; null where they do not, and those registered before do. */
  readonly mode: KernelMode | null;
  /** Why that is less than what was asked for, in whole sentences; null where it is not. */
  readonly shortfall: string | null;
}

/** As far as it is used here; see `kernel-module.ts`. */
declare const WebAssembly: { readonly CompileError: new () => Error };

/** The kernel that each of ours stands for, if there was one. */
const replaced = new WeakMap<tf.KernelConfig, tf.KernelConfig | undefined>();

let machine: KernelMachine | undefined;

/**
 * Our kernels, for code that calls them without TensorFlow.js; undefined where they do not compute: before they are
 * registered, and while another backend is the current one.
 */
export function kernelMachine(): KernelMachine | undefined {
  return machine?.backend === tf.backend() ? machine : undefined;
}

/**
 * Puts our kernels in the place of those of the backend `wasm`, which must be the current one and ready. A case
 * that ours do not take goes to the kernel that was registered before. Calling it again, also with the other
 * mode or after others registered kernels, is allowed. Where no module starts, nothing changes.
 * @param options.mode `fast` falls back to `reproducible` in an engine without relaxed SIMD
 * @param options.folder where the modules lie: `kernelFolder()`, or a copy of it
 */
export async function registerFastKernels(options: {
  readonly mode: KernelMode;
  readonly folder: string;
}): Promise<FastKernelsStatus> {
  if (tf.getBackend() !== 'wasm') throw new Error(`the backend is ${tf.getBackend()}, not wasm`);
  const backend = tf.backend() as unknown as HeapBackend;
  const heap = machine?.backend === backend ? machine.heap : new KernelHeap(backend);
  const started = await start(options.mode, { backend, heap, folder: options.folder });
  machine = started.machine;
  if (machine) for (const kernel of fastKernels) register(kernel);
  return { mode: machine?.mode ?? null, shortfall: started.shortfall };
}

async function start(
  mode: KernelMode,
  place: { readonly backend: object; readonly heap: KernelHeap; readonly folder: string },
): Promise<{ readonly machine: KernelMachine | undefined; readonly shortfall: string | null }> {
  const { backend, heap, folder } = place;
  if (machine?.backend === backend && machine.mode === mode) return { machine, shortfall: null };
  try {
    const kernels = await loadKernelModule(mode, { folder, memory: heap.memory });
    return { machine: { backend, mode, kernels, heap }, shortfall: null };
  } catch (error) {
    const reason = reasonOf(error, mode);
    if (mode === 'reproducible') {
      const instead = 'The kernels of TensorFlow.js compute instead, which train slowly.';
      return { machine: undefined, shortfall: `${reason} ${instead}` };
    }
    const other = await start('reproducible', place);
    const instead = other.shortfall ?? 'The mode reproducible computes instead.';
    return { machine: other.machine, shortfall: `${reason} ${instead}` };
  }
}

function reasonOf(error: unknown, mode: KernelMode): string {
  if (mode === 'fast' && error instanceof WebAssembly.CompileError) {
    return `The mode fast needs relaxed SIMD, which Node.js has from version 22 on; this is ${process.version}.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `The training kernels of the mode ${mode} do not start: ${message.replace(/\.$/, '')}.`;
}

function register(kernel: FastKernel): void {
  const current = tf.getKernel(kernel.name, 'wasm') as tf.KernelConfig | undefined;
  const before = current && replaced.has(current) ? replaced.get(current) : current;
  const config: tf.KernelConfig = {
    // The setup of the kernel before stays, for the cases that go to it.
    ...before,
    kernelName: kernel.name,
    backendName: 'wasm',
    kernelFunc: (call) => {
      const output =
        call.backend === machine?.backend
          ? kernel.attempt(call.inputs, call.attrs ?? {}, machine)
          : undefined;
      if (output !== undefined) return output;
      if (before === undefined) throw new Error(`${kernel.name} on the backend wasm does not take this case`);
      return before.kernelFunc(call);
    },
  };
  replaced.set(config, before);
  if (current) tf.unregisterKernel(kernel.name, 'wasm');
  tf.registerKernel(config);
}
