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
  /** Whether it joins two inputs or more; else it takes one. Others are refused before `outputShape` is asked. */
  readonly joins?: boolean;
  /**
   * The shape that comes out, computed without TensorFlow.js.
   * @throws ComponentProblem when the inputs do not suit it.
   */
  outputShape(input: Shape, ...others: readonly Shape[]): Shape;
  /**
   * Adds the layer to a graph; weights are created now. It may add a chain of layers of TensorFlow.js, of which
   * only the first takes the inputs.
   */
  apply(input: tf.SymbolicTensor, ...others: readonly tf.SymbolicTensor[]): tf.SymbolicTensor;
  /** Penalties by weight, e.g. `kernel`: the training step adds them to the loss. */
  readonly penalties?: Readonly<Record<string, RegularizerPart>>;
  /** A penalty on what comes out: the training step adds its mean over the batch to the loss. */
  readonly activityPenalty?: RegularizerPart;
}

/** A function applied to every element, or along the last axis, of a layer's output. */
export interface ActivationPart {
  /** The name under which TensorFlow.js saves it as a layer's `activation`, where it has such a name. */
  readonly kerasName: string | undefined;
  apply(input: tf.Tensor): tf.Tensor;
  /**
   * The layers of TensorFlow.js that compute it one after the other, for an activation without such a name. The
   * last one is called `name`, those before it begin with it.
   */
  layers?(name: string): readonly tf.layers.Layer[];
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
  /** Strength of the sum of absolute values. */
  readonly l1: number;
  /** Strength of the sum of squares. */
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
