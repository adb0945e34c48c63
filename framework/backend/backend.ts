import type { KernelMode } from './kernels/fast/kernel-module.ts';

/** A TensorFlow.js backend, from the fastest to the one that always works. */
export const BACKENDS = ['tensorflow-gpu', 'tensorflow', 'webgpu', 'wasm', 'cpu'] as const;

/**
 * - `wasm`: WebAssembly, comes with Descent, runs everywhere; the default.
 * - `cpu`: plain JavaScript; slow, for comparisons.
 * - `tensorflow`, `tensorflow-gpu`: TensorFlow's C library on the processor or on an NVIDIA GPU (packages
 *   `@tensorflow/tfjs-node`, `@tensorflow/tfjs-node-gpu`).
 * - `webgpu`: any vendor's GPU (packages `webgpu`, `@tensorflow/tfjs-backend-webgpu`).
 */
export type BackendName = (typeof BACKENDS)[number];

/** A backend by name, or `auto`: the fastest of those that load. */
export type BackendChoice = 'auto' | BackendName;

/** A backend that TensorFlow.js is set to and that is ready to train. */
export interface PreparedBackend {
  readonly name: BackendName;
  /** What computes, in a phrase: `WebAssembly with SIMD, one thread`. */
  readonly description: string;
  /** How Descent's training kernels compute, on `wasm`; null where others compute. */
  readonly mode: KernelMode | null;
  /** Why that is less than what was asked for, in whole sentences; null where it is not. */
  readonly shortfall: string | null;
  /** Versions by package, for provenance. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A backend cannot be used: not installed, or installed and broken. The message says why and what to do. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly backend: BackendName;
  /** What is wrong, one sentence. */
  readonly reason: string;
  /** What to do, one sentence. */
  readonly fix: string;

  constructor(backend: BackendName, problem: { reason: string; fix: string; cause?: unknown }) {
    super(`${problem.reason} ${problem.fix}`, { cause: problem.cause });
    this.backend = backend;
    this.reason = problem.reason;
    this.fix = problem.fix;
  }
}
