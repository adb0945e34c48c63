import { notFinite } from './finite.ts';
import type { Ending, TrainingOptions } from './options.ts';
import { partBatches } from './part-batches.ts';
import type { TrainingState } from './training-state.ts';
import type { TrainingStep } from './training-step.ts';

/** A pass over the training part: its values, or why the run ends within it. */
export type EpochPass =
  | { readonly loss: number; readonly learningRate: number; readonly ending?: undefined }
  | { readonly ending: Ending };

/**
 * Trains one epoch.
 *
 * `loss` is what was minimized, per sample and over the whole epoch: with dropout, with penalties, and with
 * weights that change from batch to batch. So it lies above the loss of the finished epoch at first, and is not
 * comparable to `validation.loss` digit by digit.
 */
export async function trainEpoch(
  options: TrainingOptions,
  state: TrainingState,
  step: TrainingStep,
  pause: () => Promise<void>,
): Promise<EpochPass> {
  const { data, loss, optimizer, batchSize, epochs, signal, onEvent } = options;
  const { augment } = data;
  const sampler = data.sampler?.(data.parts.train.targets);
  const rows = sampler?.rows ?? data.parts.train.rows;
  const batches = Math.ceil(rows / batchSize);
  const epoch = state.epoch + 1;
  const orderStream = options.stream.derive('order').derive(epoch);
  const order = sampler?.draw(orderStream) ?? (options.shuffle ? orderStream.permutation(rows) : undefined);
  // By epoch and position, so that a resumed run draws the same, and a row that comes twice is changed twice.
  const augmentStream = options.stream.derive('augment').derive(epoch);
  const change = augment
    ? (sample: Float32Array, position: number) => {
        augment(sample, augmentStream.derive(position));
      }
    : undefined;
  let lossSum = 0;
  let learningRate = 0;
  let number = 0;

  for (const batch of partBatches(data, 'train', loss, { batchSize, order, change })) {
    if (signal?.aborted) {
      return { ending: { status: 'interrupted', reason: `The run was interrupted in epoch ${epoch}.` } };
    }
    const progress = { step: state.step, epoch: state.epoch + number / batches, epochs };
    learningRate = optimizer.learningRate * optimizer.schedule.factor(progress) * state.learningRateScale;
    const minimized = await step.run(batch, ++state.step, learningRate);
    if (!Number.isFinite(minimized)) {
      return { ending: notFinite(`The training loss became ${minimized}`, { step: state.step, epoch }) };
    }
    const perSample = loss.reduction === 'mean' ? minimized : minimized / batch.rows;
    lossSum += perSample * batch.rows;
    number++;
    await onEvent?.({ type: 'batch', epoch, batch: number, batches, loss: perSample });
    await pause();
  }
  return { loss: lossSum / rows, learningRate };
}
