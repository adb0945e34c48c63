import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { prepareBackend } from '../backend/select.ts';
import { fillDefaults } from '../component/fill-defaults.ts';
import { createRegistry } from '../component/registry.ts';
import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import type { PartName } from '../data/split.ts';
import type { MetricPart } from '../metrics/metric.ts';
import { buildModel } from '../model/build.ts';
import { modelComponents } from '../model/components.ts';
import { createStream } from '../random/stream.ts';
import type { CallbackPart } from './callback.ts';
import type { TrainingCheckpoint } from './checkpoint.ts';
import type { Clock } from './clock.ts';
import { trainingComponents } from './components.ts';
import type { TrainingEvent } from './event.ts';
import { train } from './loop.ts';
import type { TrainingOptions } from './options.ts';

const registry = createRegistry([...modelComponents, ...trainingComponents]);
const standing: Clock = { milliseconds: () => 0, time: () => '2026-01-01T00:00:00.000Z' };

/** Three blobs in the plane, 40, 20 and 0 rows. */
function blobs(): PreparedData {
  const stream = createStream(5);
  const part = (name: PartName, rows: number): PreparedPart => {
    const targets = Int32Array.from({ length: rows }, (_, row) => row % 3);
    const features = Float32Array.from(
      { length: 2 * rows },
      (_, index) => Math.cos(2 * targets[index >> 1]! + 1.5 * (index % 2)) * 2 + stream.normal() * 0.6,
    );
    return { name, rows, sourceRows: Int32Array.from(targets, (_, row) => row), features, targets };
  };
  return {
    parts: { train: part('train', 40), validation: part('validation', 20), test: part('test', 0) },
    inputShape: [2],
    featureNames: ['x', 'y'],
    target: { kind: 'classes', name: 'blob', classes: ['a', 'b', 'c'] },
    invertTarget: (values) => values,
    droppedRows: 0,
    quality: [],
    files: [],
    transformState: null,
  };
}

const accuracy: MetricPart = {
  tasks: ['classification'],
  direction: 'higher',
  unit: 'none',
  compute(evaluation) {
    if (evaluation.task !== 'classification') return NaN;
    const { probabilities, labels, rows } = evaluation;
    let correct = 0;
    for (let row = 0; row < rows; row++) {
      const [a, b, c] = probabilities.subarray(3 * row, 3 * row + 3) as unknown as [number, number, number];
      correct += labels[row] === (a >= b && a >= c ? 0 : b >= c ? 1 : 2) ? 1 : 0;
    }
    return correct / rows;
  },
};

const LAYERS = [
  { type: 'dense', units: 8, activation: 'relu', kernelRegularizer: { type: 'l2', strength: 1e-3 } },
  { type: 'batchNormalization', momentum: 0.9 },
  { type: 'dropout', rate: 0.2 },
  { type: 'dense', units: 3, activation: 'softmax' },
];

/** A run on the blobs, its events and its model. */
async function run(
  changes: Partial<Omit<TrainingOptions, 'optimizer'>> & {
    callback?: { type: string; [option: string]: unknown };
    optimizer?: { type: string; [option: string]: unknown };
    seed?: number;
    /** Sees every input of a training step. */
    watch?: (features: tf.Tensor, step: number) => void;
  } = {},
) {
  const { callback, optimizer, seed = 7, watch, ...rest } = changes;
  const stream = createStream(seed);
  const model = buildModel(
    LAYERS.map((layer) => fillDefaults(registry, 'layer', layer)),
    { inputShape: [2], registry, stream: stream.derive('model') },
  );
  const events: TrainingEvent[] = [];
  const outcome = await train({
    model: {
      ...model,
      forward(features, step) {
        if (step !== undefined) watch?.(features, step);
        return model.forward(features, step);
      },
    },
    data: blobs(),
    loss: registry.build('loss', fillDefaults(registry, 'loss', 'categoricalCrossentropy'), undefined),
    optimizer: registry.build(
      'optimizer',
      fillDefaults(registry, 'optimizer', optimizer ?? { type: 'adam', learningRate: 0.02 }),
      { registry },
    ),
    callbacks: callback
      ? [
          registry.build('callback', fillDefaults(registry, 'callback', callback), {
            direction: (value) => (value.endsWith('loss') ? 'lower' : 'higher'),
          }),
        ]
      : [],
    metrics: [{ name: 'accuracy', part: accuracy }],
    epochs: 6,
    batchSize: 16,
    shuffle: true,
    stream: stream.derive('training'),
    clock: standing,
    onEvent: (event) => {
      events.push(event);
    },
    ...rest,
  });
  const weights = Object.fromEntries(
    model.weights.map(({ name, variable }) => [name, [...variable.dataSync()]]),
  );
  const epochs = events.filter((event) => event.type === 'epoch');
  return { outcome, events, epochs, weights, model };
}

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

describe('whatever ends a run', () => {
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

describe('on the default backend', () => {
  it('a run repeats and resumes to the bit, without leaking', async () => {
    await prepareBackend('wasm');
    const before = { tensors: tf.memory().numTensors, bytes: tf.memory().numBytes };
    const callback = { type: 'earlyStopping', patience: 20 };
    const whole = await run({ callback });
    whole.model.dispose();
    let checkpoint: TrainingCheckpoint | undefined;
    const half = await run({
      callback,
      epochs: 3,
      onCheckpoint: async ({ capture }) => {
        checkpoint = await capture();
      },
    });
    half.model.dispose();
    const resumed = await run({ callback, resumeFrom: checkpoint! });
    resumed.model.dispose();
    expect(half.epochs).toEqual(whole.epochs.slice(0, 3));
    expect(resumed.epochs).toEqual(whole.epochs.slice(3));
    expect(resumed.weights).toEqual(whole.weights);
    expect({ tensors: tf.memory().numTensors, bytes: tf.memory().numBytes }).toEqual(before);
    await prepareBackend('cpu');
  });
});
