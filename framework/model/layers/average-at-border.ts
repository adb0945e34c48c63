import * as tf from '#tensorflow';

/**
 * Lets an average pooling layer with padding `same` learn right. TensorFlow.js averages over the pixels inside the
 * image, as it should, but its gradient divides by the size of the whole window, so what lies at the border learns
 * too little. In training the layer is computed with zeros around the image and the number of pixels inside; in
 * evaluation TensorFlow.js computes it as ever.
 * @param layer a pooling layer over images `[batch, height, width, channels]` or sequences `[batch, steps, channels]`
 * @param size height and width of the window; of a sequence `[steps, 1]`
 */
export function trainAtBorder(
  layer: tf.layers.Layer,
  size: [number, number],
  strides: [number, number],
): tf.layers.Layer {
  const evaluate = layer.call.bind(layer);
  layer.call = (inputs, kwargs) => {
    if (kwargs.training !== true) return evaluate(inputs, kwargs);
    return tf.tidy(() => {
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      if (input.rank === 4) return averagePool(input as tf.Tensor4D, size, strides);
      return tf.squeeze(averagePool(tf.expandDims(input, 2), size, strides), [2]);
    });
  };
  return layer;
}

function averagePool(image: tf.Tensor4D, size: [number, number], strides: [number, number]): tf.Tensor {
  const rows = windowsAlong(image.shape[1], size[0], strides[0]);
  const columns = windowsAlong(image.shape[2], size[1], strides[1]);
  const padded = tf.pad(image, [[0, 0], rows.padding, columns.padding, [0, 0]]);
  const counts = rows.counts.flatMap((row) => columns.counts.map((column) => row * column));
  const shares = tf.tensor(
    counts.map((count) => (size[0] * size[1]) / count),
    [1, rows.counts.length, columns.counts.length, 1],
  );
  return tf.mul(tf.avgPool(padded, size, strides, 'valid'), shares);
}

/** How padding `same` fills up one axis, and how many of its pixels every window sees. */
function windowsAlong(
  length: number,
  size: number,
  stride: number,
): { readonly padding: [number, number]; readonly counts: readonly number[] } {
  const windows = Math.ceil(length / stride);
  const total = Math.max(0, (windows - 1) * stride + size - length);
  const before = Math.floor(total / 2);
  const counts = Array.from({ length: windows }, (_, index) => {
    const start = index * stride - before;
    return Math.min(length, start + size) - Math.max(0, start);
  });
  return { padding: [before, total - before], counts };
}
