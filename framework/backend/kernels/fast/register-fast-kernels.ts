import * as tf from '#tensorflow';
import { activationKernels } from './activation.ts';
import { convolutionKernels } from './convolution.ts';
import { einsum } from './einsum.ts';
import type { FastKernel, KernelMachine } from './fast-kernel.ts';
import { KernelHeap, type HeapBackend } from './kernel-heap.ts';
import { loadKernelModule, type HeapMemory, type KernelMode, type KernelModule } from './kernel-module.ts';
import { batchMatMul, fusedMatMul } from './matmul.ts';
import { poolingKernels } from './pooling.ts';
import { reductionKernels } from './reduction.ts';
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
  einsum,
];

/** What came of registering; `reason` says in a sentence why it is less than what was asked for. */
export interface FastKernelsStatus {
  /** Whether our kernels compute; if not, those registered before do. */
  readonly loaded: boolean;
  /** The mode in use; `fast` falls back to `reproducible` in an engine without relaxed SIMD. */
  readonly mode: KernelMode;
  readonly reason?: string;
}

/** The kernel that each of ours stands for, if there was one. */
const replaced = new WeakMap<tf.KernelConfig, tf.KernelConfig | undefined>();

let machine: KernelMachine | undefined;

/** Our kernels as they are in use, for code that calls them without TensorFlow.js; undefined before they are. */
export function kernelMachine(): KernelMachine | undefined {
  return machine;
}

/**
 * Puts our kernels in the place of those of the backend `wasm`, which must be the current one and ready. A case
 * that ours do not take goes to the kernel that was registered before. Calling it again, also with the other
 * mode or after others registered kernels, is allowed.
 */
export async function registerFastKernels(options: { mode: KernelMode }): Promise<FastKernelsStatus> {
  if (tf.getBackend() !== 'wasm') {
    return { loaded: false, mode: options.mode, reason: `The backend is ${tf.getBackend()}, not wasm.` };
  }
  const backend = tf.backend() as unknown as HeapBackend;
  const heap = machine?.backend === backend ? machine.heap : new KernelHeap(backend);
  const { kernels, status } = await loadBest(options.mode, heap.memory);
  if (kernels !== undefined) {
    machine = { backend, kernels, heap };
    for (const kernel of fastKernels) register(kernel, machine);
  }
  return status;
}

async function loadBest(
  mode: KernelMode,
  memory: HeapMemory,
): Promise<{ readonly kernels: KernelModule | undefined; readonly status: FastKernelsStatus }> {
  const reasons: string[] = [];
  for (const attempt of mode === 'fast' ? (['fast', 'reproducible'] as const) : (['reproducible'] as const)) {
    try {
      const kernels = await loadKernelModule(attempt, memory);
      const status: FastKernelsStatus = { loaded: true, mode: attempt, ...reasonOf(reasons) };
      return { kernels, status };
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      reasons.push(`The kernels of the mode ${attempt} do not start in this engine: ${what}.`);
    }
  }
  return { kernels: undefined, status: { loaded: false, mode, ...reasonOf(reasons) } };
}

function reasonOf(reasons: readonly string[]): { reason?: string } {
  return reasons.length === 0 ? {} : { reason: reasons.join(' ') };
}

function register(kernel: FastKernel, own: KernelMachine): void {
  const current = tf.getKernel(kernel.name, 'wasm') as tf.KernelConfig | undefined;
  const before = current && replaced.has(current) ? replaced.get(current) : current;
  const config: tf.KernelConfig = {
    // The setup of the kernel before stays, for the cases that go to it.
    ...before,
    kernelName: kernel.name,
    backendName: 'wasm',
    kernelFunc: (call) => {
      const output =
        call.backend === own.backend ? kernel.attempt(call.inputs, call.attrs ?? {}, own) : undefined;
      if (output !== undefined) return output;
      if (before === undefined) throw new Error(`${kernel.name} on the backend wasm does not take this case`);
      return before.kernelFunc(call);
    },
  };
  replaced.set(config, before);
  if (current) tf.unregisterKernel(kernel.name, 'wasm');
  tf.registerKernel(config);
}
