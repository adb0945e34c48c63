import * as tf from '#tensorflow';

/** How fast the active backend computes, in 10⁹ floating-point operations a second. */
export interface Speed {
  /** A product of two 512×512 matrices. */
  readonly matrixProduct: number;
  /** A convolution of 8 images of 28×28 pixels and 16 channels with 32 filters of 3×3. */
  readonly convolution: number;
}

const MEASURING_MILLISECONDS = 300;

/** Measures the active backend, each operation for about 0.3 s, and takes the best run, the one least disturbed. */
export async function measureSpeed(): Promise<Speed> {
  const side = 512;
  const matrix = tf.randomUniform([side, side], -1, 1, 'float32', 1);
  const images = tf.randomUniform<tf.Rank.R4>([8, 28, 28, 16], -1, 1, 'float32', 1);
  const filter = tf.randomUniform<tf.Rank.R4>([3, 3, 16, 32], -1, 1, 'float32', 1);
  const speed = {
    matrixProduct: await gigaflops(2 * side ** 3, () => tf.matMul(matrix, matrix)),
    convolution: await gigaflops(2 * 8 * 28 * 28 * 9 * 16 * 32, () => tf.conv2d(images, filter, 1, 'same')),
  };
  tf.dispose([matrix, images, filter]);
  return speed;
}

async function gigaflops(operations: number, compute: () => tf.Tensor): Promise<number> {
  // The first run compiles and packs.
  await millisecondsOf(compute);
  let best = Infinity;
  let spent = 0;
  while (spent < MEASURING_MILLISECONDS) {
    const milliseconds = await millisecondsOf(compute);
    best = Math.min(best, milliseconds);
    spent += milliseconds;
  }
  return operations / best / 1e6;
}

/** A GPU has finished only when a number can be read; one number, so that the transfer counts for nothing. */
async function millisecondsOf(compute: () => tf.Tensor): Promise<number> {
  const start = performance.now();
  const [result, number] = tf.tidy(() => {
    const computed = compute();
    return [computed, computed.flatten().slice(0, 1)] as const;
  });
  await number.data();
  const milliseconds = performance.now() - start;
  tf.dispose([result, number]);
  return milliseconds;
}
