import type * as tf from '#tensorflow';

/** What a model of this loss predicts. */
export type Task = 'classification' | 'regression';

/** What the last layer must give for the loss to make sense. */
export type HeadOutput =
  /** One probability per class, summing to 1 (softmax). */
  | 'probabilities'
  /** One probability of the second class (sigmoid, one unit). */
  | 'probability'
  /** One unbounded score per class (linear). */
  | 'logits'
  /** One unbounded score (linear, one unit). */
  | 'logit'
  /** Any numbers. */
  | 'numbers';

/** How the targets reach the loss. */
export type TargetEncoding = 'oneHot' | 'classIndex' | 'binary' | 'numbers';

export interface LossPart {
  readonly task: Task;
  readonly head: HeadOutput;
  readonly targetEncoding: TargetEncoding;
  /** `mean` or `sum` over the samples of a batch. */
  readonly reduction: 'mean' | 'sum';
  /**
   * The loss of each sample.
   * @param targets `[batch, classes]` (oneHot), `[batch]` (classIndex, int32), `[batch, 1]` (binary), `[batch, outputs]` (numbers)
   * @param outputs what the model gives, `[batch, outputs]`
   * @returns `[batch]`
   */
  perSample(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor;
  /**
   * Probabilities `[batch, classes]` from the outputs (for a binary head two columns), so that metrics need
   * not know about logits; for regression the outputs themselves.
   */
  predictions(outputs: tf.Tensor): tf.Tensor;
}

declare module '../component/component.ts' {
  interface ComponentKinds {
    loss: { part: LossPart; context: undefined };
  }
}
