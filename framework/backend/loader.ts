import type { KernelMode } from './kernels/fast/kernel-module.ts';
import type { FastKernelsStatus } from './kernels/fast/register-fast-kernels.ts';

/** What a loader is told. */
export interface LoadOptions {
  /** Folder from which the user's packages are found. */
  readonly project: string;
  /** Whether a GPU imitated by the processor will do; it is slower than `wasm`, so `auto` wants none. */
  readonly softwareGpu: boolean;
}

/** How one backend is brought into TensorFlow.js; one file each. */
export interface BackendLoader {
  /** The name under which TensorFlow.js knows it. */
  readonly tensorflowName: string;
  /**
   * Registers the backend with TensorFlow.js; doing so twice is harmless.
   * @returns versions of the packages that it consists of
   * @throws BackendError when a package is missing, broken, or finds no device.
   */
  load(options: LoadOptions): Promise<{ readonly versions: Readonly<Record<string, string>> }>;
  /** Starts it, where more is needed than telling TensorFlow.js its name. */
  start?(setBackend: () => Promise<boolean>): Promise<boolean>;
  /** Puts Descent's training kernels in the place of its own, where it can take them. The backend is active then. */
  installKernels?(mode: KernelMode): Promise<FastKernelsStatus>;
  /** What computes, in a phrase. The backend is active then. @throws BackendError when it is not what was asked. */
  describe(): Promise<string>;
  /** What to do when it is registered and does not start, a whole sentence. */
  readonly fix: string;
}
