import * as tf from '#tensorflow';
import type { PreparedData } from '../data/prepared-data.ts';
import type { PartName } from '../data/split.ts';
import type { Evaluation } from '../metrics/metric.ts';
import type { Model } from '../model/model.ts';
import { partBatches } from './part-batches.ts';
import type { LossPart } from './loss.ts';
import { createActivityPenalties } from './penalties.ts';

/** What a model gives on a part. */
export interface PartEvaluation {
  /** The mean loss of a sample, weighted where rows have weights; without penalties, in the unit of training. */
  readonly loss: number;
  /** The mean penalty on what comes out of layers, of a sample; 0 where no layer has one. */
  readonly activityPenalty: number;
  /** Predictions of all rows beside the truth, in the unit of the source; metrics are computed from it. */
  readonly evaluation: Evaluation;
}

/** Rows per pass: large enough to be fast, small enough for the memory of any machine. */
const BATCH_SIZE = 512;

/**
 * Evaluates a model on all rows of a part, in evaluation mode: no dropout, running statistics. Every number is
 * taken over all rows, never as a mean of batch means.
 * @param pause awaited between batches
 */
export async function evaluate(
  model: Model,
  data: PreparedData,
  part: PartName,
  loss: LossPart,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<PartEvaluation> {
  const { rows, weights } = data.parts[part];
  let predictions = new Float32Array(0);
  let lossSum = 0;
  let weightSum = 0;
  let penaltySum = 0;
  let done = 0;
  for (const batch of partBatches(data, part, loss, { batchSize: BATCH_SIZE })) {
    const results = tf.tidy(() => {
      const activities = createActivityPenalties();
      const outputs = model.forward(batch.features, undefined, activities.observe);
      return [loss.predictions(outputs), loss.perSample(batch.targets, outputs), ...activities.means];
    });
    const [predicted, losses, ...activityPenalties] = (await Promise.all(
      results.map((result) => result.data()),
    )) as [Float32Array, Float32Array, ...Float32Array[]];
    tf.dispose(results);
    if (done === 0) predictions = new Float32Array((rows * predicted.length) / batch.rows);
    predictions.set(predicted, (done * predicted.length) / batch.rows);
    losses.forEach((value, index) => {
      const weight = weights?.[done + index] ?? 1;
      lossSum += weight * value;
      weightSum += weight;
    });
    for (const [mean] of activityPenalties) penaltySum += mean! * batch.rows;
    done += batch.rows;
    await pause();
  }
  return {
    loss: lossSum / weightSum,
    activityPenalty: penaltySum / rows,
    evaluation: evaluationOf(data, part, predictions),
  };
}

function evaluationOf(data: PreparedData, part: PartName, predictions: Float32Array): Evaluation {
  const { rows, targets } = data.parts[part];
  const { target } = data;
  if (target.kind === 'classes') {
    const labels = Int32Array.from(targets);
    return { task: 'classification', rows, classes: target.classes, labels, probabilities: predictions };
  }
  return {
    task: 'regression',
    rows,
    outputs: target.names,
    targets: data.invertTarget(Float32Array.from(targets)),
    predictions: data.invertTarget(predictions),
  };
}
