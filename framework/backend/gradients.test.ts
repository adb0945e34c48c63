import * as tf from '#tensorflow';
import { afterEach, describe, expect, test } from 'vitest';
import { prepareBackend } from './select.ts';

type Shape = number[];
type Operation = (...inputs: tf.Tensor[]) => tf.Tensor;
type Layer = tf.layers.Layer;

/** Everything that training differentiates, with the shapes of its inputs. */
const LAYERS: Record<string, [make: () => Layer, ...inputs: Shape[]]> = {
  dense: [() => tf.layers.dense({ units: 3, activation: 'relu' }), [4, 5]],
  'dense over time': [() => tf.layers.dense({ units: 3, activation: 'sigmoid' }), [2, 4, 5]],
  conv1d: [() => tf.layers.conv1d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same' }), [2, 9, 2]],
  conv2d: [() => tf.layers.conv2d({ filters: 3, kernelSize: [3, 2], activation: 'elu' }), [2, 6, 5, 2]],
  'conv2d, strides': [
    () => tf.layers.conv2d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same' }),
    [2, 7, 6, 2],
  ],
  depthwiseConv2d: [
    () => tf.layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, padding: 'same' }),
    [2, 6, 5, 3],
  ],
  separableConv2d: [
    () => tf.layers.separableConv2d({ filters: 4, kernelSize: 3, depthMultiplier: 2 }),
    [2, 6, 5, 3],
  ],
  maxPooling1d: [() => tf.layers.maxPooling1d({ poolSize: 2 }), [2, 9, 3]],
  maxPooling2d: [() => tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }), [2, 7, 6, 3]],
  averagePooling1d: [() => tf.layers.averagePooling1d({ poolSize: 2 }), [2, 9, 3]],
  // Without padding: at a padded border the gradient of TensorFlow.js is wrong, and that of our kernel is not.
  averagePooling2d: [() => tf.layers.averagePooling2d({ poolSize: 2 }), [2, 7, 6, 3]],
  globalMaxPooling1d: [() => tf.layers.globalMaxPooling1d({}), [2, 9, 3]],
  globalMaxPooling2d: [() => tf.layers.globalMaxPooling2d({}), [2, 4, 5, 3]],
  globalAveragePooling1d: [() => tf.layers.globalAveragePooling1d({}), [2, 9, 3]],
  globalAveragePooling2d: [() => tf.layers.globalAveragePooling2d({}), [2, 4, 5, 3]],
  'batchNormalization of rows': [() => tf.layers.batchNormalization(), [8, 3]],
  'batchNormalization of images': [() => tf.layers.batchNormalization(), [3, 4, 5, 2]],
  layerNormalization: [() => tf.layers.layerNormalization(), [4, 6]],
  'layerNormalization over time': [() => tf.layers.layerNormalization(), [2, 4, 6]],
  simpleRnn: [() => tf.layers.simpleRNN({ units: 4 }), [2, 5, 3]],
  gru: [() => tf.layers.gru({ units: 4 }), [2, 5, 3]],
  lstm: [() => tf.layers.lstm({ units: 4, returnSequences: true }), [2, 5, 3]],
  flatten: [() => tf.layers.flatten(), [2, 3, 4]],
  reshape: [() => tf.layers.reshape({ targetShape: [4, 3] }), [2, 3, 4]],
};

const OPERATIONS: Record<string, [Operation, ...inputs: Shape[]]> = {
  embedding: [(table) => tf.gather(table, tf.tensor2d([[0, 3], [3, 4]], [2, 2], 'int32')), [6, 3]], // prettier-ignore
  'a residual connection': [(x, y) => x.add(y).relu(), [3, 4], [3, 4]],
  'concatenated inputs': [(x, y) => tf.concat([x, y], 1), [3, 4], [3, 2]],
  'slices, stacked': [(x) => tf.stack([x.slice([0, 1], [3, 2]), x.slice([0, 2], [3, 2])]), [3, 4]],
  'padding and transposing': [(x) => tf.transpose(tf.pad(x, [[1, 0], [0, 2]])), [3, 4]], // prettier-ignore
  'a dropout mask': [(x) => x.mul(tf.tensor2d([[0, 2, 0, 2]])), [3, 4]],
  'batched products': [(a, b) => tf.matMul(a, b, false, true), [2, 3, 4], [2, 5, 4]],
  sigmoid: [(x) => tf.sigmoid(x), [3, 4]],
  tanh: [(x) => tf.tanh(x), [3, 4]],
  relu: [(x) => tf.relu(x), [3, 4]],
  relu6: [(x) => tf.relu6(x), [3, 4]],
  leakyRelu: [(x) => tf.leakyRelu(x, 0.1), [3, 4]],
  elu: [(x) => tf.elu(x), [3, 4]],
  selu: [(x) => tf.selu(x), [3, 4]],
  'gelu by erf': [(x) => x.mul(tf.erf(x.div(Math.SQRT2)).add(1)).mul(0.5), [3, 4]],
  'gelu by tanh': [(x) => x.mul(x.add(x.pow(3).mul(0.044715)).mul(0.7978846).tanh().add(1)).mul(0.5), [3, 4]],
  softplus: [(x) => tf.softplus(x), [3, 4]],
  softmax: [(x) => tf.softmax(x), [3, 4]],
  logSoftmax: [(x) => tf.logSoftmax(x), [3, 4]],
  step: [(x) => tf.step(x), [3, 4]],
  meanSquaredError: [(y, o) => y.sub(o).square().mean(1), [3, 4], [3, 4]],
  meanAbsoluteError: [(y, o) => y.sub(o).abs().mean(1), [3, 4], [3, 4]],
  huber: [(y, o) => tf.losses.huberLoss(y, o), [3, 4], [3, 4]],
  logCosh: [(y, o) => tf.softplus(y.sub(o).mul(2)).sub(y.sub(o)).mean(1), [3, 4], [3, 4]],
  percentage: [(y, o) => y.sub(o).div(tf.maximum(y.abs(), 1e-3)).abs(), [3, 4], [3, 4]],
  logarithmic: [(y, o) => tf.log1p(y.square()).sub(tf.log1p(o.square())).square(), [3, 4], [3, 4]],
  cosineSimilarity: [
    (y, o) =>
      y
        .mul(o)
        .sum(1)
        .div(tf.norm(y, 2, 1).mul(tf.norm(o, 2, 1))),
    [3, 4],
    [3, 4],
  ],
  hinge: [(y, o) => tf.maximum(tf.scalar(1).sub(y.mul(o)), 0), [3, 4], [3, 4]],
  crossentropy: [
    (o) => tf.logSumExp(o, 1).sub(o.mul(tf.oneHot(tf.tensor1d([1, 0, 3], 'int32'), 4)).sum(1)),
    [3, 4],
  ],
  'binary crossentropy': [(y, o) => tf.losses.sigmoidCrossEntropy(tf.sigmoid(y), o), [3, 4], [3, 4]],
  'divergence of clipped probabilities': [
    (y, o) => {
      const [p, q] = [y, o].map((logits) => tf.clipByValue(tf.softmax(logits), 1e-7, 1));
      return p!.mul(p!.div(q!).log()).sum(1);
    },
    [3, 4],
    [3, 4],
  ],
  poisson: [(y, o) => o.exp().sub(y.mul(o)).mean(1), [3, 4], [3, 4]],
  penalties: [(w) => w.abs().sum().add(w.square().sum().sqrt()), [3, 4]],
  'what is chosen by a condition': [
    (x, y) => tf.where(tf.tensor2d([[1, 0, 1, 0]]).toBool(), x.mul(2), y),
    [1, 4],
    [1, 4],
  ],
  extremes: [(x) => x.max(1).add(x.min(1)).add(x.prod(1)), [3, 4]],
};

/** Normal numbers, the same on every backend. */
function normals(shape: Shape, seed: number): tf.Tensor {
  return tf.randomNormal(shape, 0, 1, 'float32', seed);
}

/** The output and the gradients of its products with normal numbers, in the order of the variables. */
async function gradients(
  backend: 'wasm' | 'cpu',
  makeOperation: () => Operation,
  shapes: Shape[],
): Promise<number[][]> {
  await prepareBackend(backend);
  const inputs = shapes.map((shape, index) => tf.variable(normals(shape, 10 + index)));
  const operation = makeOperation();
  const { value, grads } = tf.variableGrads(() => {
    const output = operation(...inputs);
    return output.mul(normals(output.shape, 99)).sum<tf.Scalar>();
  });
  const arrays = [value, ...Object.values(grads)].map((tensor) => Array.from(tensor.dataSync()));
  tf.dispose([value, grads]);
  return arrays;
}

/** A layer with normal numbers as weights. */
function withNormalWeights(layer: Layer, inputShape: Shape): Operation {
  // Recurrent layers of TensorFlow.js must not be built before they are applied.
  tf.dispose(layer.apply(tf.zeros(inputShape)) as tf.Tensor);
  layer.trainableWeights.forEach((weight, index) => {
    weight.write(tf.tidy(() => normals(weight.shape as Shape, 50 + index)));
  });
  return (input) => layer.apply(input, { training: true }) as tf.Tensor;
}

afterEach(() => {
  tf.disposeVariables();
});

async function expectSameGradients(makeOperation: () => Operation, shapes: Shape[]): Promise<void> {
  const expected = await gradients('cpu', makeOperation, shapes);
  tf.disposeVariables();
  const received = await gradients('wasm', makeOperation, shapes);
  expect(received.map((values) => values.length)).toEqual(expected.map((values) => values.length));
  received.flat().forEach((value, index) => {
    const other = expected.flat()[index]!;
    // Sums of some hundred float32 products; `exp` and `tanh` of the two backends differ in the last bits.
    expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-4 * (1 + Math.abs(other)));
  });
}

describe('gradients on wasm agree with the cpu backend', () => {
  test.each(Object.keys(LAYERS))('layer %s', async (name) => {
    const [make, ...shapes] = LAYERS[name]!;
    await expectSameGradients(() => withNormalWeights(make(), shapes[0]!), shapes);
  });

  test.each(Object.keys(OPERATIONS))('%s', async (name) => {
    const [operation, ...shapes] = OPERATIONS[name]!;
    await expectSameGradients(() => operation, shapes);
  });
});
