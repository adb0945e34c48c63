import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import type { CallbackPart } from './callback.ts';
import type { TrainingCheckpoint } from './checkpoint.ts';
import { run } from './fixtures/blob-run.ts';
import type { TrainingOptions } from './options.ts';

describe.each(['cpu', 'wasm'] as const)('whatever ends a run on %s', (backend) => {
  beforeAll(() => prepareBackend(backend));

  /** The weights after every epoch. */
  const recording = () => {
    const checkpoints: TrainingCheckpoint[] = [];
    const onCheckpoint: TrainingOptions['onCheckpoint'] = async ({ capture }) =>
      void checkpoints.push(await capture());
    const weightsOf = (epoch: number) =>
      Object.fromEntries(
        Object.entries(checkpoints[epoch - 1]!.tensors)
          .filter(([name]) => name.startsWith('weights/'))
          .map(([name, { values }]) => [name.slice('weights/'.length), [...values]]),
      );
    return { onCheckpoint, weightsOf };
  };

  it('restores the best weights when patience ends it', async () => {
    const { onCheckpoint, weightsOf } = recording();
    const { outcome, epochs, weights } = await run({
      epochs: 200,
      // So large a rate that the loss jumps about.
      optimizer: { type: 'adam', learningRate: 0.3 },
      callback: { type: 'earlyStopping', patience: 3 },
      onCheckpoint,
    });
    const losses = epochs.map(({ values }) => values['validation.loss']!);
    const best = losses.indexOf(Math.min(...losses)) + 1;
    expect(outcome).toEqual({
      status: 'stopped early',
      reason: `validation.loss has not improved on ${Number(losses[best - 1]!.toPrecision(4))} of epoch ${best} for 3 epochs.`,
      epochs: best + 3,
      chosenEpoch: best,
      seconds: 0,
    });
    expect(epochs[best - 1]!.isBest).toBe(true);
    expect(weights).toEqual(weightsOf(best));
  });

  it('lets the callback that restores say which epoch is best', async () => {
    const other: CallbackPart = {
      monitors: [],
      restoresBest: false,
      onEpochEnd: () => ({ keepBest: true }),
      state: () => null,
      restore: () => undefined,
    };
    const second: CallbackPart = {
      ...other,
      restoresBest: true,
      onEpochEnd: ({ epoch }) => (epoch === 2 ? { keepBest: true } : {}),
    };
    const { outcome, epochs } = await run({ epochs: 4, callbacks: [other, second] });
    expect(outcome.chosenEpoch).toBe(2);
    expect(epochs.map(({ isBest }) => isBest)).toEqual([false, true, false, false]);
  });

  it('restores the best weights when it is interrupted', async () => {
    const { onCheckpoint, weightsOf } = recording();
    const abort = new AbortController();
    const { outcome, weights } = await run({
      callback: { type: 'earlyStopping' },
      signal: abort.signal,
      onEvent: (event) => {
        if (event.type === 'batch' && event.epoch === 3 && event.batch === 2) abort.abort();
      },
      onCheckpoint,
    });
    expect(outcome).toEqual({
      status: 'interrupted',
      reason: 'The run was interrupted in epoch 3.',
      epochs: 2,
      chosenEpoch: 2,
      seconds: 0,
    });
    expect(weights).toEqual(weightsOf(2));
  });

  it('goes back to the last whole epoch when the loss is no longer a number', async () => {
    const { onCheckpoint, weightsOf } = recording();
    const exploding: CallbackPart = {
      monitors: [],
      restoresBest: false,
      onEpochEnd: ({ epoch }) => (epoch === 2 ? { scaleLearningRate: 1e30 } : {}),
      state: () => null,
      restore: () => undefined,
    };
    const { outcome, weights, epochs } = await run({ callbacks: [exploding], onCheckpoint });
    expect(outcome).toEqual({
      status: 'failed',
      reason:
        'The training loss became NaN at step 8, in epoch 3: lower the learning rate, clip the gradients or scale the features.',
      epochs: 2,
      chosenEpoch: 2,
      seconds: 0,
    });
    expect(epochs.length).toBe(2);
    expect(weights).toEqual(weightsOf(2));
  });

  it('notices weights that the last update of an epoch has spoiled', async () => {
    const ending = async (learningRate: number) =>
      (await run({ optimizer: { type: 'sgd', learningRate }, batchSize: 40 })).outcome;
    expect(await ending(1e39)).toMatchObject({
      reason:
        'The weight dense_1/kernel became -Infinity at step 1, in epoch 1: lower the learning rate, clip the gradients or scale the features.',
      chosenEpoch: 0,
    });
    expect((await ending(1e38)).reason).toMatch(/^The validation loss became NaN at step 1, in epoch 1:/);
  });
});
