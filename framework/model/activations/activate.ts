import * as tf from '#tensorflow';
import type { ActivationPart } from '../layer.ts';

/** The options by which a layer of TensorFlow.js applies an activation itself; none where it cannot. */
export function activationOption(part: ActivationPart): { activation?: 'linear' } {
  // The names TensorFlow.js knows are a closed type that it does not export.
  return part.kerasName === undefined ? {} : { activation: part.kerasName as 'linear' };
}

/**
 * Adds an activation to a graph where the layer before it could not apply it: nothing for one that has a name
 * in TensorFlow.js, else layers of its own, the last named `<name>_activation`.
 */
export function activateAfter(
  part: ActivationPart,
  name: string,
  output: tf.SymbolicTensor,
): tf.SymbolicTensor {
  return part.kerasName === undefined ? applyActivation(part, `${name}_activation`, output) : output;
}

/** Adds an activation to a graph as layers of its own, the last of that name. */
export function applyActivation(
  part: ActivationPart,
  name: string,
  input: tf.SymbolicTensor,
): tf.SymbolicTensor {
  return activationLayers(part, name).reduce(
    (output, layer) => layer.apply(output) as tf.SymbolicTensor,
    input,
  );
}

function activationLayers(part: ActivationPart, name: string): readonly tf.layers.Layer[] {
  if (part.kerasName !== undefined) {
    return [tf.layers.activation({ ...activationOption(part), name } as never)];
  }
  return part.layers?.(name) ?? [new OwnActivation(part, name)];
}

/**
 * An activation that TensorFlow.js has no layer for, as one of the user's own. The saved model names this class,
 * so loading it without Descent fails, which is better than a silent `linear`. Descent itself builds the model
 * from the experiment again and needs only the weights.
 */
class OwnActivation extends tf.layers.Layer {
  static readonly className = 'DescentActivation';
  readonly part: ActivationPart;

  constructor(part: ActivationPart, name: string) {
    super({ name });
    this.part = part;
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return this.part.apply(Array.isArray(inputs) ? inputs[0]! : inputs);
  }
}
