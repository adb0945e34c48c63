import * as tf from '#tensorflow';

/**
 * A kernel with gaps as one without: zeros between neighbors. TensorFlow.js has no gradient of a convolution
 * with dilation, so in training Descent convolves with this instead, at the cost of the products with zeros.
 * @param kernel `[...window, inputs, outputs]`
 * @param dilation distance of neighbors along each axis of the window; 1 leaves it as it is
 * @returns `[...(dilation · (size − 1) + 1), inputs, outputs]`
 */
export function spreadKernel(kernel: tf.Tensor, dilation: readonly number[]): tf.Tensor {
  return dilation.reduce(spreadAxis, kernel);
}

function spreadAxis(kernel: tf.Tensor, distance: number, axis: number): tf.Tensor {
  if (distance === 1) return kernel;
  const { shape } = kernel;
  const size = shape[axis]!;
  const outer = tf.util.sizeFromShape(shape.slice(0, axis));
  const inner = tf.util.sizeFromShape(shape.slice(axis + 1));
  const apart = tf.pad(tf.reshape(kernel, [outer * size, 1, inner]), [[0, 0], [0, distance - 1], [0, 0]]); // prettier-ignore
  // The gap behind the last one does not belong to the window.
  const reach = distance * (size - 1) + 1;
  const spread = tf.slice(tf.reshape(apart, [outer, size * distance, inner]), [0, 0, 0], [outer, reach, inner]); // prettier-ignore
  return tf.reshape(spread, [...shape.slice(0, axis), reach, ...shape.slice(axis + 1)]);
}

/** A convolution layer of TensorFlow.js, as far as training it with dilation needs. */
export type DilatedLayer = tf.layers.Layer & {
  readonly kernel: { read(): tf.Tensor };
  readonly bias: { read(): tf.Tensor } | null;
  readonly activation: { apply(input: tf.Tensor): tf.Tensor } | null;
};

/**
 * Lets a layer with gaps in its window learn: in training it is computed by `convolve` with the spread kernel; in
 * evaluation TensorFlow.js computes it as ever.
 */
export function trainWithDilation(
  layer: tf.layers.Layer,
  dilation: readonly number[],
  convolve: (input: tf.Tensor, kernel: tf.Tensor) => tf.Tensor,
): tf.layers.Layer {
  if (dilation.every((distance) => distance === 1)) return layer;
  const dilated = layer as DilatedLayer;
  const evaluate = layer.call.bind(layer);
  layer.call = (inputs, kwargs) => {
    if (kwargs.training !== true) return evaluate(inputs, kwargs);
    return tf.tidy(() => {
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      const sums = convolve(input, spreadKernel(dilated.kernel.read(), dilation));
      const output = dilated.bias ? tf.add(sums, dilated.bias.read()) : sums;
      return dilated.activation?.apply(output) ?? output;
    });
  };
  return layer;
}
