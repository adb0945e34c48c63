import * as tf from '#tensorflow';
import type { Model } from '../model/model.ts';
import type { LossPart } from './loss.ts';
import { createActivityPenalties, penalties } from './penalties.ts';
import type { TrainingStep } from './training-step.ts';
import type { Update } from './update.ts';

/**
 * The training step by operations of TensorFlow.js, whose tape knows their gradients: for any model, on any backend.
 * Nothing in it is looked up or built again at every call.
 */
export function createTapeStep(model: Model, loss: LossPart, update: Update): TrainingStep {
  const trained = model.weights.filter((weight) => weight.trainable);
  const variables = trained.map((weight) => weight.variable);
  const reduce = loss.reduction === 'mean' ? tf.mean : tf.sum;

  return {
    async run({ features, targets, weights }, step, learningRate) {
      const minimized = tf.tidy(() => {
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
      // Read without blocking: some backends cannot do otherwise.
      const [value] = await minimized.data<'float32'>();
      minimized.dispose();
      return value!;
    },
    dispose: () => undefined,
  };
}
