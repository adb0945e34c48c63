import * as tf from '#tensorflow';
import type { Values } from './event.ts';
import { evaluate } from './evaluate.ts';
import type { TrainingOptions } from './options.ts';
import { penalties } from './penalties.ts';

/**
 * Evaluates the model between epochs, in evaluation mode: `validation.loss` (without penalties) where there are
 * validation rows, and every metric that is a number on the train and validation parts (`train.accuracy`,
 * `validation.accuracy`). The training part is passed over only if there are metrics.
 * @param moment `start` adds the `train.loss` from which training sets out: with penalties, without dropout
 */
export async function measure(
  options: TrainingOptions,
  pause: () => Promise<void>,
  moment: 'start' | 'epoch',
): Promise<Values> {
  const { model, data, loss } = options;
  const metrics = options.metrics.filter(({ part }) => part.direction !== 'none');
  const values: Record<string, number> = {};
  for (const part of ['train', 'validation'] as const) {
    const isNeeded = part === 'validation' || moment === 'start' || metrics.length > 0;
    if (!isNeeded || data.parts[part].rows === 0) continue;
    const result = await evaluate(model, data, part, loss, pause);
    if (part === 'validation') values['validation.loss'] = result.loss;
    else if (moment === 'start') {
      values['train.loss'] = result.loss + (await penaltyPerSample(options, result.activityPenalty));
    }
    for (const metric of metrics) {
      // Of predictions that are no longer numbers no metric has to make sense.
      const value = Number.isFinite(result.loss) ? metric.part.compute(result.evaluation) : NaN;
      if (typeof value === 'number') values[`${part}.${metric.name}`] = value;
    }
  }
  return values;
}

/** What penalties add to the training loss of a sample, counted as in a full batch. */
async function penaltyPerSample(
  { model, data, loss, batchSize }: TrainingOptions,
  activityPenalty: number,
): Promise<number> {
  const scalars = tf.tidy(() => [...penalties(model.weights)]);
  // Read without blocking: some backends cannot do otherwise.
  const values = await Promise.all(scalars.map((scalar) => scalar.data<'float32'>()));
  tf.dispose(scalars);
  const penalty = values.reduce((sum, [value]) => sum + value!, activityPenalty);
  return loss.reduction === 'mean' ? penalty : penalty / Math.min(batchSize, data.parts.train.rows);
}
