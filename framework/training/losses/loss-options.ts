import { Type } from '@sinclair/typebox';

/** The option of every loss that says how the samples of a batch are put together. */
export const reduction = Type.Union([Type.Literal('mean'), Type.Literal('sum')], {
  default: 'mean',
  description:
    'Whether a step follows the mean or the sum over the samples of a batch. Reported losses are always per sample.',
  reason: 'with the sum the right learning rate depends on batchSize',
});

/** The option of every cross-entropy that says what the last layer gives. */
export const from = Type.Union([Type.Literal('probabilities'), Type.Literal('logits')], {
  default: 'probabilities',
  description:
    'What the last layer gives: probabilities (softmax, or sigmoid with one unit) or logits, any scores (linear). It is never guessed.',
  reason: 'then the model itself predicts probabilities',
});

/** Probabilities below it count as it, so that no logarithm is infinite; the value of Keras. */
export const SMALLEST_PROBABILITY = 1e-7;
