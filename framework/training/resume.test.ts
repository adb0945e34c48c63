import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import * as tf from '#tensorflow';
import type { TrainingCheckpoint } from './checkpoint.ts';
import { run, standing } from './fixtures/blob-run.ts';

beforeAll(() => prepareBackend('cpu'));

describe('a resumed run', () => {
  it('gives the same bits as one that never stopped', async () => {
    const callback = { type: 'earlyStopping', patience: 20 };
    const whole = await run({ callback });
    const checkpoints: TrainingCheckpoint[] = [];
    await run({
      callback,
      epochs: 3,
      onCheckpoint: async ({ capture }) => void checkpoints.push(await capture()),
    });
    // As it lies in a file.
    const saved = structuredClone(checkpoints[2]!);
    const resumed = await run({ callback, resumeFrom: saved });
    expect(resumed.weights).toEqual(whole.weights);
    expect(resumed.epochs).toEqual(whole.epochs.slice(3));
    expect(resumed.outcome).toEqual(whole.outcome);
    expect(resumed.events[0]).toEqual({ type: 'resume', time: standing.time(), epoch: 3 });
  });

  it('does not go on where a callback had stopped it', async () => {
    const callback = { type: 'earlyStopping', monitor: 'validation.accuracy', threshold: 0 };
    let checkpoint: TrainingCheckpoint | undefined;
    const stopped = await run({
      callback,
      onCheckpoint: async ({ capture }) => {
        checkpoint = await capture();
      },
    });
    const resumed = await run({ callback, resumeFrom: checkpoint! });
    expect(resumed.epochs).toEqual([]);
    expect(resumed.outcome).toEqual(stopped.outcome);
  });

  it('refuses the checkpoint of another model', async () => {
    let checkpoint: TrainingCheckpoint | undefined;
    await run({
      epochs: 1,
      onCheckpoint: async ({ capture }) => {
        checkpoint = await capture();
      },
    });
    const { 'slots/dense_2/bias/mean': _, ...tensors } = checkpoint!.tensors;
    await expect(run({ resumeFrom: { ...checkpoint!, tensors } })).rejects.toThrow(
      new Error(
        'the checkpoint has no tensor "slots/dense_2/bias/mean": it belongs to another model or optimizer',
      ),
    );
  });
});

describe('on the default backend', () => {
  it.each(['fused', 'tape'] as const)(
    'a run repeats and resumes to the bit, without leaking: %s',
    async (step) => {
      await prepareBackend('wasm');
      const before = { tensors: tf.memory().numTensors, bytes: tf.memory().numBytes };
      const callback = { type: 'earlyStopping', patience: 20 };
      const whole = await run({ callback, step });
      whole.model.dispose();
      let checkpoint: TrainingCheckpoint | undefined;
      const half = await run({
        callback,
        step,
        epochs: 3,
        onCheckpoint: async ({ capture }) => {
          checkpoint = await capture();
        },
      });
      half.model.dispose();
      const resumed = await run({ callback, step, resumeFrom: checkpoint! });
      resumed.model.dispose();
      expect(half.epochs).toEqual(whole.epochs.slice(0, 3));
      expect(resumed.epochs).toEqual(whole.epochs.slice(3));
      expect(resumed.weights).toEqual(whole.weights);
      expect({ tensors: tf.memory().numTensors, bytes: tf.memory().numBytes }).toEqual(before);
      await prepareBackend('cpu');
    },
  );
});
