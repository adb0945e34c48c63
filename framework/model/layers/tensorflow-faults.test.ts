import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../../backend/select.ts';

/**
 * What this room works around in TensorFlow.js 4.22.0, each shown on TensorFlow.js alone. A test that fails after an
 * upgrade says that the work-around may go (and its line in framework/README.md).
 */
describe('TensorFlow.js 4.22.0', () => {
  beforeAll(() => prepareBackend('cpu'));

  it('has a wrong gradient of average pooling at the border', () => {
    const image = tf.ones<tf.Rank.R4>([1, 3, 1, 1]);
    const gradient = tf.grad((x) => tf.sum(tf.avgPool(x as tf.Tensor4D, [3, 1], 1, 'same')))(image);
    // Three outputs that are means: raising every pixel by 1 raises their sum by 3.
    expect(tf.sum(gradient).arraySync()).toBeCloseTo(7 / 3, 5);
  });

  it('has no gradient of a convolution with dilation', () => {
    const kernel = tf.ones<tf.Rank.R4>([2, 2, 1, 1]);
    const gradient = tf.grad((x) => tf.sum(tf.conv2d(x as tf.Tensor4D, kernel, 1, 'valid', 'NHWC', 2)));
    expect(() => gradient(tf.ones([1, 4, 4, 1]))).toThrow(
      'dilation rates greater than 1 are not yet supported',
    );
  });

  it('starts both kernels of separableConv2d by one initializer and does not save depthMultiplier', () => {
    const layer = tf.layers.separableConv2d({
      filters: 1,
      kernelSize: 2,
      depthMultiplier: 2,
      depthwiseInitializer: 'ones',
      pointwiseInitializer: 'zeros',
    });
    layer.build([null, 3, 3, 1]);
    expect(layer.getWeights().map((weight) => weight.dataSync()[0])).toEqual([1, 1, 0]);
    expect(layer.getConfig()).not.toHaveProperty('depthMultiplier');
  });

  it('saves the regularizer of depthwiseConv2d as a constraint', () => {
    const layer = tf.layers.depthwiseConv2d({ kernelSize: 2, depthwiseRegularizer: 'l1l2' });
    expect(layer.getConfig().depthwiseConstraint).toMatchObject({ className: 'L1L2' });
  });

  it('refuses to call a layer with an activity regularizer', () => {
    const layer = tf.layers.dense({ units: 1, activityRegularizer: 'l1l2' });
    expect(() => layer.apply(tf.ones([1, 1]))).toThrow('activity regularizer');
  });

  it('adds a strength to l1l2 that was not asked for', () => {
    expect(tf.regularizers.l1l2({ l1: 0.5 }).getConfig()).toEqual({ l1: 0.5, l2: 0.01 });
  });

  it('draws normal initial weights with too small a variance', () => {
    const weights = tf.initializers.heNormal({ seed: 3 }).apply([200, 200]);
    expect(tf.mean(tf.square(weights)).dataSync()[0]! / (2 / 200)).toBeCloseTo(0.77, 1);
  });

  it('cuts the fractions of what an embedding looks up', () => {
    const layer = tf.layers.embedding({ inputDim: 3, outputDim: 1 });
    const [cut, whole] = [1.9, 1].map((number) =>
      (layer.apply(tf.tensor2d([[number]])) as tf.Tensor).dataSync(),
    );
    expect(cut).toEqual(whole);
  });

  it('frees an output too early that a layer takes twice', () => {
    const input = tf.input({ shape: [1] });
    const once = tf.layers.dense({ units: 1 }).apply(input) as tf.SymbolicTensor;
    const twice = tf.layers.add().apply([once, once]) as tf.SymbolicTensor;
    const outputs = tf.layers.add().apply([twice, once]) as tf.SymbolicTensor;
    const model = tf.model({ inputs: input, outputs });
    expect(() => model.predict(tf.ones([1, 1]))).toThrow("reading 'backend'");
  });
});
