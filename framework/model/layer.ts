import type * as tf from '#tensorflow';
import type { Registry } from '../component/registry.ts';
import type { Stream } from '../random/stream.ts';

/** A shape without the batch axis. */
export type Shape = readonly number[];

export interface LayerContext {
  /** The layer's name, unique in the model: weights and streams are named after it. */
  readonly name: string;
  /** The stream of this layer; initial weights and masks derive theirs from it. */
  readonly stream: Stream;
  /** Number of the training step, for layers that draw at every call; so a resumed run draws the same. */
  readonly step: () => number;
  /** Builds the components in its slots. */
  readonly registry: Registry;
}

export interface LayerPart {
  /**
   * The shape that comes out, computed without TensorFlow.js.
   * @throws ComponentProblem when the input does not suit it.
   */
  outputShape(input: Shape): Shape;
  /** Adds the layer to a graph; weights are created now. */
  apply(input: tf.SymbolicTensor): tf.SymbolicTensor;
  /** Penalties by weight, e.g. `kernel`: the training step adds them to the loss. */
  readonly penalties?: Readonly<Record<string, RegularizerPart>>;
}

/** A function applied to every element, or along the last axis, of a layer's output. */
export interface ActivationPart {
  /** The name under which TensorFlow.js saves it as a layer's `activation`, where it has such a name. */
  readonly kerasName: string | undefined;
  apply(input: tf.Tensor): tf.Tensor;
  /** The layer of TensorFlow.js that computes it, for activations with options of their own. */
  layer?(name: string): tf.layers.Layer;
}

/** Initial weights, drawn on the CPU so that every backend gets the same. */
export interface InitializerPart {
  /** What a saved model says. */
  readonly kerasName: string;
  readonly kerasConfig: Readonly<Record<string, unknown>>;
  /** Values of a weight of that shape; `[...window, fanIn, fanOut]` as in Keras. */
  values(shape: Shape, stream: Stream): Float32Array;
}

/** A penalty added to the training loss. */
export interface RegularizerPart {
  /** Strengths of the sum of absolute values and of the sum of squares. */
  readonly l1: number;
  readonly l2: number;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    layer: { part: LayerPart; context: LayerContext };
    activation: { part: ActivationPart; context: undefined };
    initializer: { part: InitializerPart; context: undefined };
    regularizer: { part: RegularizerPart; context: undefined };
  }
}
