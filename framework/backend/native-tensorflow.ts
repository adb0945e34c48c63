import util from 'node:util';
import * as tf from '#tensorflow';
import { BackendError } from './backend.ts';
import type { BackendLoader } from './loader.ts';
import { importPeer, requirePeers } from './required-peer.ts';

/** TensorFlow's C library on the processor, from the user's `@tensorflow/tfjs-node`. */
export const nativeTensorflow = nativeLoader('tensorflow', '@tensorflow/tfjs-node');
/** TensorFlow's C library on an NVIDIA GPU, from the user's `@tensorflow/tfjs-node-gpu`. */
export const nativeTensorflowGpu = nativeLoader('tensorflow-gpu', '@tensorflow/tfjs-node-gpu');

/** Both packages register the same name, and a process can hold only one of them. */
let loadedPackage: string | undefined;

function nativeLoader(name: 'tensorflow' | 'tensorflow-gpu', packageName: string): BackendLoader {
  const fix =
    "Install it again where its installer may download TensorFlow's library, or use the backend wasm.";
  return {
    tensorflowName: 'tensorflow',
    fix,
    async load({ project }) {
      if (loadedPackage !== undefined && loadedPackage !== packageName) {
        throw new BackendError(name, {
          reason: `This process has already loaded ${loadedPackage}, and ${packageName} cannot be loaded beside it.`,
          fix: 'Start a new process for the other backend.',
        });
      }
      const [peer] = requirePeers(name, [packageName], project);
      restoreRemovedUtilities();
      // TensorFlow's own chatter about the processor's instructions is no news to anybody.
      process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
      await importPeer(name, peer!, fix);
      loadedPackage = packageName;
      return { versions: { [packageName]: peer!.version } };
    },
    describe() {
      const onGpu = usesGpu(tf.backend());
      if (name === 'tensorflow-gpu' && !onGpu) {
        throw new BackendError(name, {
          reason: `The package ${packageName} loads, but TensorFlow finds no NVIDIA GPU that it can use.`,
          fix: 'It needs an NVIDIA driver, CUDA 11.2 and cuDNN 8.1; without them use the backend wasm or webgpu.',
        });
      }
      return Promise.resolve(`TensorFlow's C library on ${onGpu ? 'an NVIDIA GPU' : 'the processor'}`);
    },
  };
}

/** Node 23 removed what tfjs-node 4.22 still calls. */
function restoreRemovedUtilities(): void {
  const utilities = util as { isNullOrUndefined?: (value: unknown) => boolean; isArray?: unknown };
  utilities.isNullOrUndefined ??= (value) => value === null || value === undefined;
  utilities.isArray ??= Array.isArray;
}

function usesGpu(backend: object): boolean {
  return 'isUsingGpuDevice' in backend && backend.isUsingGpuDevice === true;
}
