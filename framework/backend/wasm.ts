import { dirname, sep } from 'node:path';
import * as tf from '#tensorflow';
import type { BackendLoader } from './loader.ts';
import { kernelFolder } from './kernels/fast/kernel-folder.ts';
import { registerFastKernels } from './kernels/fast/register-fast-kernels.ts';
import { registerTrainingKernels } from './kernels/register.ts';
import { ownPackageEntry, ownPackageVersion } from './peer.ts';

const PACKAGE = '@tensorflow/tfjs-backend-wasm';

/** WebAssembly: comes with Descent, which has training kernels of its own for it. */
export const wasm: BackendLoader = {
  tensorflowName: 'wasm',
  load() {
    tf.setWasmPaths(dirname(ownPackageEntry(PACKAGE)) + sep);
    registerTrainingKernels();
    return Promise.resolve({ versions: { [PACKAGE]: ownPackageVersion(PACKAGE) } });
  },
  start: (setBackend) => withoutEmscriptenHandlers(setBackend),
  installKernels: (mode) => registerFastKernels({ mode, folder: kernelFolder() }),
  async describe() {
    const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
    return `WebAssembly ${simd === true ? 'with' : 'without'} SIMD, one thread`;
  },
  fix: 'Install Descent again with: npm install',
};

// Typed as if both were the first, since Node's types join no two names of events.
const EVENTS = ['uncaughtException', 'unhandledRejection'] as 'uncaughtException'[];

/**
 * An Emscripten module installs process-wide handlers that rethrow every uncaught error from inside a minified
 * file, so nobody sees where it came from. They are taken away again.
 */
async function withoutEmscriptenHandlers<Result>(start: () => Promise<Result>): Promise<Result> {
  const before = EVENTS.map((event) => new Set(process.listeners(event)));
  try {
    return await start();
  } finally {
    EVENTS.forEach((event, index) => {
      const added = process.listeners(event).filter((listener) => !before[index]!.has(listener));
      for (const listener of added) process.off(event, listener);
    });
  }
}
