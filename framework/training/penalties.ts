import * as tf from '#tensorflow';
import type { RegularizerPart } from '../model/layer.ts';
import type { ObserveActivity, Weight } from '../model/model.ts';
import { absolute } from './absolute.ts';

/** The penalty of every weight that has one: `l1 · Σ |w| + l2 · Σ w²`. Runs inside `tf.tidy`. */
export function penalties(weights: readonly Weight[]): readonly tf.Tensor[] {
  return weights.flatMap(({ variable, penalty }) => (penalty ? penaltyTerms(variable, penalty) : []));
}

/**
 * Collects the penalties on what comes out of layers: `(l1 · Σ |y| + l2 · Σ y²) / rows`, the mean over the batch, so
 * that it does not depend on the batch size. Give `observe` to `model.forward`; runs inside `tf.tidy`.
 */
export function createActivityPenalties(): {
  readonly observe: ObserveActivity;
  readonly means: readonly tf.Tensor[];
} {
  const means: tf.Tensor[] = [];
  return {
    means,
    observe(output, penalty) {
      const [rows] = output.shape as [number];
      means.push(...penaltyTerms(output, penalty).map((term) => tf.div(term, rows)));
    },
  };
}

function penaltyTerms(values: tf.Tensor, { l1, l2 }: RegularizerPart): tf.Tensor[] {
  return [
    ...(l1 > 0 ? [tf.mul(tf.sum(absolute(values)), l1)] : []),
    ...(l2 > 0 ? [tf.mul(tf.sum(tf.square(values)), l2)] : []),
  ];
}
