import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../backend/select.ts';
import * as tf from '#tensorflow';
import { fillDefaults } from '../component/fill-defaults.ts';
import type { TrainingEvent } from './event.ts';
import { blobs, registry, run } from './fixtures/blob-run.ts';

beforeAll(() => prepareBackend('cpu'));

describe('a training run', () => {
  it('lowers the loss and tells what happened in order', async () => {
    const { outcome, events, epochs } = await run({ epochs: 12 });
    expect(outcome).toEqual({
      status: 'completed',
      reason: 'All 12 epochs are done.',
      epochs: 12,
      chosenEpoch: 12,
      seconds: 0,
    });
    expect(events.map(({ type }) => type)).toEqual([
      'start',
      ...Array.from({ length: 12 }, () => ['batch', 'batch', 'batch', 'epoch']).flat(),
      'end',
    ]);
    expect(events[0]).toMatchObject({ epochs: 12, batchesPerEpoch: 3, parameters: 83 });
    expect(Object.keys(epochs[0]!.values)).toEqual([
      'train.loss',
      'train.accuracy',
      'validation.loss',
      'validation.accuracy',
    ]);
    // Seed 7: 1.6 to 0.4.
    expect(epochs.at(-1)!.values['validation.loss']).toBeLessThan(epochs[0]!.values['validation.loss']! / 2);
    expect(epochs.at(-1)!.values['validation.accuracy']).toBeGreaterThan(0.8);
  });

  it('gives every bit again with the same seed, and others with another', async () => {
    const first = await run();
    const second = await run();
    expect(second.events).toEqual(first.events);
    expect(second.weights).toEqual(first.weights);
    const other = await run({ seed: 8 });
    expect(other.weights).not.toEqual(first.weights);
  });

  it('sees every row once per epoch, in an order of its own where it shuffles', async () => {
    const { features } = blobs().parts.train;
    const orders = async (shuffle: boolean) => {
      const seen: [number[], number[]] = [[], []];
      await run({
        epochs: 2,
        shuffle,
        watch: (batch, step) => {
          const firsts = [...batch.dataSync<'float32'>()].filter((_, index) => index % 2 === 0);
          seen[step > 3 ? 1 : 0].push(...firsts.map((x) => features.indexOf(x) / 2));
        },
      });
      return seen;
    };
    const inOrder = Array.from({ length: 40 }, (_, row) => row);
    expect(await orders(false)).toEqual([inOrder, inOrder]);
    const [first, second] = await orders(true);
    expect(first).not.toEqual(inOrder);
    expect(second).not.toEqual(first);
    const sorted = (order: number[]) => order.toSorted((a, b) => a - b);
    expect([first, second].map((order) => sorted(order))).toEqual([inOrder, inOrder]);
  });

  it('leaks no tensor', async () => {
    const before = tf.memory().numTensors;
    const { model } = await run({
      epochs: 2,
      callback: { type: 'earlyStopping' },
      onCheckpoint: async ({ capture }) => {
        await capture();
      },
    });
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('follows its schedule', async () => {
    const { epochs } = await run({
      epochs: 3,
      optimizer: { type: 'sgd', learningRate: 0.1, schedule: { type: 'step', decay: 0.5, every: 1 } },
    });
    expect(epochs.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.05, 0.025]);
  });
});

describe('the training loss', () => {
  it('is per sample, whatever the reduction, and contains the penalty', async () => {
    const of = async (reduction: string) => {
      const loss = registry.build(
        'loss',
        fillDefaults(registry, 'loss', { type: 'categoricalCrossentropy', reduction }),
        undefined,
      );
      // A rate at which nothing moves, and all rows in one batch.
      const { epochs, events } = await run({
        loss,
        epochs: 1,
        batchSize: 40,
        optimizer: { type: 'sgd', learningRate: 1e-12 },
      });
      return [epochs[0]!.values['train.loss']!, startOf(events)['train.loss']!] as const;
    };
    const startOf = (events: readonly TrainingEvent[]) => {
      const start = events.find((event) => event.type === 'start');
      return start?.type === 'start' ? start.values : {};
    };
    const { model } = await run({ epochs: 0 });
    const kernel = model.weights[0]!.variable.dataSync<'float32'>();
    const penalty = 1e-3 * kernel.reduce((sum, value) => sum + value ** 2, 0);
    const [mean, meanAtStart] = await of('mean');
    const [sum, sumAtStart] = await of('sum');
    expect(mean - sum).toBeCloseTo(penalty * (1 - 1 / 40), 5);
    expect(meanAtStart - sumAtStart).toBeCloseTo(penalty * (1 - 1 / 40), 5);
  });
});
