import { prepareBackend, tf } from 'descent';
import type { Network, Samples } from './networks.ts';

/** The gradient of {@link errorOf} as TensorFlow.js finds it, in float32: about six digits of it are right. */
export async function automaticGradient(network: Network, { xs, ts }: Samples): Promise<Network> {
  await prepareBackend('cpu');
  return tf.tidy(() => {
    const inputs = tf.tensor2d(xs as number[][]);
    const wanted = tf.tensor2d(ts as number[][]);
    const slopes = tf.grads((w1, b1, w2, b2) => {
      const hidden = inputs.matMul(w1).add(b1).tanh();
      const errors = hidden.matMul(w2).add(b2).sub(wanted);
      return errors.square().sum().div(xs.length);
    })([
      tf.tensor2d(network.first.w as number[][]),
      tf.tensor1d(network.first.b as number[]),
      tf.tensor2d(network.second.w as number[][]),
      tf.tensor1d(network.second.b as number[]),
    ]);
    const [w1, b1, w2, b2] = slopes.map((slope) => slope.arraySync());
    return {
      first: { w: w1 as number[][], b: b1 as number[] },
      second: { w: w2 as number[][], b: b2 as number[] },
    };
  });
}
