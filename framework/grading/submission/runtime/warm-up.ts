import * as tf from '#tensorflow';
import { decodeValue } from '../codec/decode.ts';
import { encodeValue } from '../codec/encode.ts';
import { CODEC_LIMITS as limits } from '../codec/limits.ts';
import { tensorValue } from '../codec/tensor-value.ts';
import { compileModule } from './compile.ts';
import { startTensorflow } from './start-tensorflow.ts';
import { toTensor } from './tensors.ts';

/** Runs what most submissions run, so that the code cache holds it compiled. */
export async function warmUp(folder: string): Promise<void> {
  await startTensorflow('wasm', folder);
  compileModule('exercise.ts', "import { tf } from 'descent';\nexport const f = (x: number): number => x;");
  const blobs: Uint8Array[] = [];
  const node = encodeValue([{ a: tensorValue([1, 2]) }, Number.NaN], blobs, { limits });
  decodeValue(node, blobs, { limits, tensor: toTensor });
  tf.tidy(() => {
    tf.grad((x) => x.square().mean())(tf.ones([2, 2])).dataSync();
  });
}
