import * as tf from '#tensorflow';
import type { Batch } from '../data/batches.ts';
import type { RegularizerPart } from '../model/layer.ts';
import type { Model, ObserveActivity, Weight } from '../model/model.ts';
import { absolute } from './absolute.ts';
import type { LossPart } from './loss.ts';
import type { Update } from './update.ts';

/**
 * One training step: forward, loss, gradients, update.
 * @param batch features `[batch, ...inputShape]`, targets as the loss wants them, and where rows have weights those
 * @param step number of this step, counted from 1
 * @returns what was minimized: the reduced loss plus penalties, a scalar that the caller disposes of
 */
export type TrainingStep = (
  batch: Pick<Batch, 'features' | 'targets' | 'weights'>,
  step: number,
  learningRate: number,
) => tf.Scalar;

/** Prepares the training step of a model; nothing in it is looked up or built again at every call. */
export function createStep(model: Model, loss: LossPart, update: Update): TrainingStep {
  const trained = model.weights.filter((weight) => weight.trainable);
  const variables = trained.map((weight) => weight.variable);
  const reduce = loss.reduction === 'mean' ? tf.mean : tf.sum;

  return ({ features, targets, weights }, step, learningRate) =>
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => {
        const activities = createActivityPenalties();
        const outputs = model.forward(features, step, activities.observe);
        const losses = loss.perSample(targets, outputs);
        const objective = reduce(weights ? tf.mul(losses, weights) : losses);
        return [...penalties(trained), ...activities.means].reduce<tf.Tensor>(
          (sum, penalty) => tf.add(sum, penalty),
          objective,
        ) as tf.Scalar;
      }, variables);
      // Weights that the loss does not depend on are missing among the gradients.
      const gradients: (tf.Tensor | undefined)[] = variables.map((variable) => grads[variable.name]);
      update.apply(gradients, learningRate, step);
      return value;
    });
}

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
