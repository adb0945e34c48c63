import { ComponentProblem, defineComponent, tf } from 'descent';

/** The layer as TensorFlow.js computes it: `[batch, n]` → `[batch, 2 n]`. */
class Squares extends tf.layers.Layer {
  static readonly className = 'Squares';

  override computeOutputShape([batch, count]: [number | null, number]): tf.Shape {
    return [batch, 2 * count];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.concat([x, tf.square(x)], -1);
  }
}
// So that a saved model can be loaded again.
tf.serialization.registerClass(Squares);

/**
 * A layer of one's own: puts the square of every input beside it. It has no weights and no options;
 * `experiments/circle-squares.yaml` uses it.
 */
export const squares = defineComponent({
  kind: 'layer',
  type: 'squares',
  summary: 'Puts the square of every input beside it.',
  when: 'Before a linear layer, where classes are told apart by a circle, an ellipse or a parabola.',
  formula: 'y = [x, x²]',
  options: {},
  example: {},
  build: (_options, { name }) => ({
    // Shapes are without the batch axis. They are asked for before any data is read.
    outputShape([count, ...more]) {
      if (count !== undefined && more.length === 0) return [2 * count];
      throw new ComponentProblem('squares takes rows of numbers', { fix: 'Put a flatten layer before it.' });
    },
    apply: (input) => new Squares({ name }).apply(input) as tf.SymbolicTensor,
  }),
});
