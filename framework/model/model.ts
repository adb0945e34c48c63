import type * as tf from '#tensorflow';
import type { RegularizerPart, Shape } from './layer.ts';

/** A weight of a model: what training changes, and running statistics. */
export interface Weight {
  /** `dense_1/kernel`; the same in every process. */
  readonly name: string;
  readonly variable: tf.Variable;
  /** False for running statistics, which no gradient reaches. */
  readonly trainable: boolean;
  readonly penalty: RegularizerPart | undefined;
}

/** One row of the summary. */
export interface LayerSummary {
  readonly name: string;
  readonly type: string;
  /** The names of the layers that it takes its inputs from; `input` is the model's input. */
  readonly inputs: readonly string[];
  /** Without the batch axis. */
  readonly outputShape: Shape;
  /** Number of weights, running statistics included. */
  readonly parameters: number;
}

/** Receives the output `[batch, …]` of a layer and the penalty on it. */
export type ObserveActivity = (output: tf.Tensor, penalty: RegularizerPart) => void;

/** A built model with its weights. */
export interface Model {
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly layers: readonly LayerSummary[];
  readonly weights: readonly Weight[];
  readonly parameters: { readonly total: number; readonly trainable: number };
  /** The same as a model of TensorFlow.js, sharing its weights; for saving and exports. */
  readonly layersModel: tf.LayersModel;
  /**
   * Computes the outputs `[batch, ...outputShape]` of inputs `[batch, ...inputShape]`.
   * @param trainingStep number of the training step, for training mode: dropout drops, batch normalization
   * measures. Without it the model evaluates. The caller tidies up.
   * @param observe is given what comes out of every layer that has a penalty on it
   */
  forward(input: tf.Tensor, trainingStep?: number, observe?: ObserveActivity): tf.Tensor;
  /** Frees the weights. */
  dispose(): void;
}
