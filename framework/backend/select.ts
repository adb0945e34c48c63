import * as tf from '#tensorflow';
import {
  BACKENDS,
  BackendError,
  type BackendChoice,
  type BackendName,
  type PreparedBackend,
} from './backend.ts';
import { cpu } from './cpu.ts';
import type { KernelMode } from './kernels/fast/kernel-module.ts';
import type { BackendLoader, LoadOptions } from './loader.ts';
import { nativeTensorflow, nativeTensorflowGpu } from './native-tensorflow.ts';
import { firstLine } from './required-peer.ts';
import { wasm } from './wasm.ts';
import { webgpu } from './webgpu.ts';

const LOADERS: Readonly<Record<BackendName, BackendLoader>> = {
  'tensorflow-gpu': nativeTensorflowGpu,
  tensorflow: nativeTensorflow,
  webgpu,
  wasm,
  cpu,
};

/**
 * Sets TensorFlow.js to a backend and makes it ready to train. May be called again, also for another backend.
 * The optional packages are loaded only when named here or tried by `auto`.
 * @param choice `auto` takes the fastest that loads, and no GPU that the processor imitates
 * @param options.project folder from which the user's packages are found; by default the working directory
 * @param options.mode how Descent's own kernels compute, on `wasm`; by default with the same bits on every machine
 * @throws BackendError when the backend is missing or broken; its message says why and what to do.
 */
export async function prepareBackend(
  choice: BackendChoice = 'wasm',
  options: { project?: string; mode?: KernelMode } = {},
): Promise<PreparedBackend> {
  // Else TensorFlow.js prints an advertisement for tfjs-node and, with a second copy of its core, a warning a kernel.
  tf.enableProdMode();
  const { project = process.cwd(), mode = 'reproducible' } = options;
  if (choice !== 'auto') return prepare(choice, mode, { project, softwareGpu: true });

  for (const name of BACKENDS) {
    try {
      return await prepare(name, mode, { project, softwareGpu: false });
    } catch (error) {
      // Not installed or not usable here: the next one. Anything else is a fault of ours.
      if (!(error instanceof BackendError)) throw error;
    }
  }
  throw new Error('no backend loads, not even plain JavaScript');
}

async function prepare(name: BackendName, mode: KernelMode, options: LoadOptions): Promise<PreparedBackend> {
  const loader = LOADERS[name];
  const { versions } = await loader.load(options);
  const setBackend = () => tf.setBackend(loader.tensorflowName);
  const started = isRegistered(loader) && (await (loader.start?.(setBackend) ?? setBackend()));
  if (!started) throw new BackendError(name, { ...(await startFailure(loader)), fix: loader.fix });
  const kernels = await loader.installKernels?.(mode);
  return {
    name,
    description: await loader.describe(),
    mode: kernels?.mode ?? null,
    shortfall: kernels?.shortfall ?? null,
    versions: { '@tensorflow/tfjs-core': tf.version_core, ...versions },
  };
}

function isRegistered({ tensorflowName }: BackendLoader): boolean {
  return tf.engine().registryFactory[tensorflowName] !== undefined;
}

/** TensorFlow.js only warns on the console when a backend does not start: ask its factory why. */
async function startFailure(loader: BackendLoader): Promise<{ reason: string; cause?: unknown }> {
  const { tensorflowName } = loader;
  if (!isRegistered(loader)) {
    return { reason: `The packages of ${tensorflowName} load, but register no backend with TensorFlow.js.` };
  }
  try {
    await tf.findBackendFactory(tensorflowName)();
  } catch (cause) {
    return { reason: `The backend ${tensorflowName} does not start: ${firstLine(cause)}`, cause };
  }
  return { reason: `The backend ${tensorflowName} does not start.` };
}
