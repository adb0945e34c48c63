import { prepareBackend, tf } from 'descent';

/** The activations with one input, as TensorFlow.js computes them. */
const operations = {
  step: (x: tf.Tensor) => tf.step(x),
  identity: (x: tf.Tensor) => tf.clone(x),
  relu: (x: tf.Tensor) => tf.relu(x),
  leakyRelu: (x: tf.Tensor) => tf.leakyRelu(x, 0.01),
  sigmoid: (x: tf.Tensor) => tf.sigmoid(x),
  tanh: (x: tf.Tensor) => tf.tanh(x),
  elu: (x: tf.Tensor) => tf.elu(x),
  softplus: (x: tf.Tensor) => tf.softplus(x),
  gelu: (x: tf.Tensor) => tf.mul(tf.mul(0.5, x), tf.add(1, tf.erf(tf.div(x, Math.SQRT2)))),
};

/** The name of an activation with one input. */
export type Name = keyof typeof operations;

/** All of them. */
export const NAMES = Object.keys(operations) as readonly Name[];

/** The values of an activation in TensorFlow.js: float32, so right to about seven digits. */
export async function valuesOf(name: Name, xs: readonly number[]): Promise<readonly number[]> {
  await prepareBackend();
  return tf.tidy(() => Array.from(operations[name](tf.tensor1d([...xs])).dataSync()));
}

/** The probabilities that TensorFlow.js makes of scores. */
export async function probabilitiesOf(scores: readonly number[]): Promise<readonly number[]> {
  await prepareBackend();
  return tf.tidy(() => Array.from(tf.softmax(tf.tensor1d([...scores])).dataSync()));
}
