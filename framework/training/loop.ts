import { createPause } from './clock.ts';
import { trainEpoch } from './epoch.ts';
import { findNotFinite, notFinite } from './finite.ts';
import { measure } from './measure.ts';
import type { Ending, TrainingOptions, TrainingOutcome } from './options.ts';
import { createStep } from './step.ts';
import { TrainingState } from './training-state.ts';
import { createUpdate } from './update.ts';

/**
 * Trains a model: for each epoch, for each batch, a step; then it evaluates, reports an event, asks the
 * callbacks and offers a checkpoint. Whatever ends the run (its last epoch, a callback, an interruption, a loss
 * that is no longer a number), the model ends with the best weights where a callback restores them, else with
 * those of the last whole epoch, and the outcome says why in words.
 */
export async function train(options: TrainingOptions): Promise<TrainingOutcome> {
  const { model, data, epochs, callbacks, clock, onEvent, resumeFrom } = options;
  const trained = model.weights.filter((weight) => weight.trainable);
  const update = createUpdate(trained, options.optimizer);
  const step = createStep(options.step ?? 'auto', options, update);
  const state = new TrainingState(model, update, callbacks);
  const pause = createPause(clock);
  const began = clock.milliseconds();
  try {
    if (resumeFrom) {
      state.restore(resumeFrom);
      await onEvent?.({ type: 'resume', time: clock.time(), epoch: state.epoch });
    } else {
      await onEvent?.({
        type: 'start',
        time: clock.time(),
        epochs,
        batchesPerEpoch: Math.ceil(
          (data.sampler?.(data.parts.train.targets).rows ?? data.parts.train.rows) / options.batchSize,
        ),
        parameters: model.parameters.total,
        values: await measure(options, pause, 'start'),
      });
    }

    let ending = endingOf(state, epochs);
    while (!ending) {
      const epochBegan = clock.milliseconds();
      const pass = await trainEpoch(options, state, step, pause);
      if (pass.ending) {
        ending = pass.ending;
        break;
      }
      const epoch = state.epoch + 1;
      const { learningRate } = pass;
      const values = { 'train.loss': pass.loss, ...(await measure(options, pause, 'epoch')) };
      const spoiled = await findNotFinite(model.weights, values);
      if (spoiled !== undefined) {
        ending = notFinite(spoiled, { step: state.step, epoch });
        break;
      }
      const seconds = (clock.milliseconds() - epochBegan) / 1000;
      const requests = callbacks.map((callback) =>
        callback.onEpochEnd({ epoch, epochs, values, learningRate }),
      );
      const isBest = state.finishEpoch(requests);
      await onEvent?.({ type: 'epoch', epoch, values, learningRate, seconds, isBest });
      ending = endingOf(state, epochs);
      const isLast = ending !== undefined;
      await options.onCheckpoint?.({ epoch, isBest, isLast, capture: () => state.capture() });
    }

    const chosenEpoch = state.chooseWeights();
    const seconds = (clock.milliseconds() - began) / 1000;
    await onEvent?.({ type: 'end', time: clock.time(), epochs: state.epoch, chosenEpoch, ...ending });
    return { ...ending, epochs: state.epoch, chosenEpoch, seconds };
  } finally {
    step.dispose();
    state.dispose();
  }
}

/** Why the run ends after a whole epoch, if it does. */
function endingOf({ stop, epoch }: TrainingState, epochs: number): Ending | undefined {
  if (stop !== null) return { status: 'stopped early', reason: stop };
  if (epoch < epochs) return undefined;
  return { status: 'completed', reason: `All ${epochs} epochs are done.` };
}
