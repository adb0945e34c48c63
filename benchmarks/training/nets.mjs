// The networks that are trained: each on batches of 32 rows, by Adam, with softmax cross-entropy.
export const BATCH_SIZE = 32;
export const LEARNING_RATE = 0.001;

const dense = (units, activation) => ({ type: 'dense', units, activation });
const conv2d = (filters) => ({ type: 'conv2d', filters, kernelSize: 3, padding: 'same', activation: 'relu' });

/** By name; layers as an experiment file writes them. `torch_peer.py` builds the same ones. */
export const NETS = {
  tiny: { title: '4-16-3', inputShape: [4], classes: 3, layers: [dense(16, 'relu'), dense(3, 'softmax')] },
  mlp: {
    title: '784-128-64-10',
    inputShape: [784],
    classes: 10,
    layers: [dense(128, 'relu'), dense(64, 'relu'), dense(10, 'softmax')],
  },
  cnn: {
    title: '28×28, conv 16@3×3, pool, conv 32@3×3, pool, dense 10',
    inputShape: [28, 28, 1],
    classes: 10,
    layers: [
      conv2d(16),
      { type: 'maxPooling2d' },
      conv2d(32),
      { type: 'maxPooling2d' },
      { type: 'flatten' },
      dense(10, 'softmax'),
    ],
  },
};

/** Rows of features from 0 to 1 and class indices, the same at every call; what they are does not change the time. */
export function makeRows({ inputShape, classes }, rows) {
  const size = inputShape.reduce((product, length) => product * length, 1);
  let state = 12345;
  const draw = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return {
    features: Float32Array.from({ length: rows * size }, draw),
    labels: Int32Array.from({ length: rows }, () => Math.floor(draw() * classes)),
  };
}
