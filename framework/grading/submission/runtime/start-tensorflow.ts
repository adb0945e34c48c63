import { sep } from 'node:path';
import { inspect } from 'node:util';
import * as tf from '#tensorflow';
import { registerFastKernels } from '../../../backend/kernels/fast/register-fast-kernels.ts';
import { registerTrainingKernels } from '../../../backend/kernels/register.ts';
import type { StudentBackend } from '../protocol.ts';

/**
 * Makes TensorFlow.js ready, with nothing but the files in the runtime's folder: in the sandbox there is nothing
 * else.
 * @param folder where the WebAssembly files lie
 */
export async function startTensorflow(backend: StudentBackend, folder: string): Promise<void> {
  // Else every operation is checked twice, and advice for other platforms is printed.
  tf.enableProdMode();
  if (backend === 'wasm') {
    tf.setWasmPaths(folder + sep);
    registerTrainingKernels();
  }
  // Printing a tensor shows its numbers, not its bookkeeping.
  Object.assign(tf.Tensor.prototype, {
    [inspect.custom](this: tf.Tensor): string {
      return this.toString();
    },
  });
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  // Grades must not depend on the machine. Where the kernels do not start, those of TensorFlow.js compute.
  if (backend === 'wasm') await registerFastKernels({ mode: 'reproducible', folder });
}
