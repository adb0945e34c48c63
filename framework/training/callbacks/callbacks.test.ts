import { describe, expect, it } from 'vitest';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import type { CallbackPart, CallbackRequest } from '../callback.ts';
import { trainingComponents } from '../components.ts';
import type { TrainingEvent } from '../event.ts';

const registry = createRegistry(trainingComponents);
const build = (type: string, options: Record<string, unknown> = {}): CallbackPart =>
  registry.build('callback', fillDefaults(registry, 'callback', { type, ...options }), {
    direction: (value) => (value.endsWith('loss') ? 'lower' : 'higher'),
  });
const feed = (
  part: CallbackPart,
  values: number[],
  monitor = 'validation.loss',
  from = 1,
): CallbackRequest[] =>
  values.map((value, index) =>
    part.onEpochEnd({ epoch: from + index, epochs: 99, values: { [monitor]: value }, learningRate: 0.1 }),
  );
const keep = { keepBest: true };

describe('earlyStopping', () => {
  it('keeps every improvement and stops after as many epochs without one as its patience', () => {
    const part = build('earlyStopping', { patience: 2 });
    expect(feed(part, [3, 2, 2, 1.23456, 5, 1.3])).toEqual([
      keep,
      keep,
      {},
      keep,
      {},
      { stop: 'validation.loss has not improved on 1.235 of epoch 4 for 2 epochs.' },
    ]);
  });

  it('counts only improvements above minimumDelta', () => {
    const part = build('earlyStopping', { patience: 1, minimumDelta: 0.5 });
    expect(feed(part, [3, 2.6])).toEqual([
      keep,
      { stop: 'validation.loss has not improved on 3 of epoch 1 for 1 epoch.' },
    ]);
  });

  it('goes up for a metric that is better when higher, and stops at its threshold', () => {
    const monitor = 'validation.accuracy';
    const part = build('earlyStopping', { monitor, threshold: 0.9 });
    expect(feed(part, [0.5, 0.4, 0.95], monitor)).toEqual([
      keep,
      {},
      { ...keep, stop: 'validation.accuracy reached 0.95, the threshold is 0.9.' },
    ]);
  });

  it('does not take an undefined value for an improvement', () => {
    const part = build('earlyStopping', { patience: 2 });
    expect(feed(part, [NaN, NaN])).toEqual([
      {},
      { stop: 'validation.loss was never a number for 2 epochs.' },
    ]);
  });

  it('goes on from its state', () => {
    const first = build('earlyStopping', { patience: 2 });
    feed(first, [1, 2]);
    const second = build('earlyStopping', { patience: 2 });
    second.restore(JSON.parse(JSON.stringify(first.state())) as never);
    expect(feed(second, [2], 'validation.loss', 3)).toEqual(feed(first, [2], 'validation.loss', 3));
  });

  it('complains when there is no such value', () => {
    expect(() => feed(build('earlyStopping'), [1], 'train.loss')).toThrow(
      new Error('there is no value "validation.loss" to watch'),
    );
  });
});

describe('checkpoint', () => {
  it('keeps every epoch that is better than all before it, and never stops', () => {
    expect(feed(build('checkpoint'), [3, 2, 2, 2.5, 1])).toEqual([keep, keep, {}, {}, keep]);
  });

  it('goes up for a metric that is better when higher, and passes over what is no number', () => {
    const monitor = 'validation.accuracy';
    expect(feed(build('checkpoint', { monitor }), [NaN, 0.5, 0.4, NaN, 0.6], monitor)).toEqual([
      {},
      keep,
      {},
      {},
      keep,
    ]);
  });

  it('restores the best weights only where it is asked to', () => {
    expect(build('checkpoint').restoresBest).toBe(false);
    expect(build('checkpoint', { restoreBestWeights: true }).restoresBest).toBe(true);
  });

  it('goes on from its state', () => {
    const first = build('checkpoint');
    feed(first, [2, 1]);
    const second = build('checkpoint');
    second.restore(JSON.parse(JSON.stringify(first.state())) as never);
    expect(feed(second, [1.5, 0.5])).toEqual([{}, keep]);
  });

  it('complains when there is no such value', () => {
    expect(() => feed(build('checkpoint'), [1], 'train.loss')).toThrow(
      new Error('there is no value "validation.loss" to watch'),
    );
  });
});

describe('historyCsv', () => {
  it('makes a row of every epoch, and one of the start; what is no number is empty', () => {
    const [file] = build('historyCsv').files!;
    expect(file!.name).toBe('history.csv');
    const epoch = { type: 'epoch', seconds: 0.5, isBest: false } as const;
    const time = '2026-01-01T00:00:00.000Z';
    const events: TrainingEvent[] = [
      { type: 'start', time, epochs: 2, batchesPerEpoch: 3, parameters: 4, values: { 'train.loss': 2 } },
      { ...epoch, epoch: 1, learningRate: 0.1, values: { 'train.loss': 1, 'validation.r2': NaN } },
      { ...epoch, epoch: 2, learningRate: 0.05, values: { 'train.loss': 0.5, 'validation.r2': 0.25 } },
      { type: 'end', time, epochs: 2, reason: 'Done.', status: 'completed', chosenEpoch: 2 },
    ];
    const expected =
      'epoch,learningRate,seconds,train.loss,validation.r2\n0,,,2,\n1,0.1,0.5,1,\n2,0.05,0.5,0.5,0.25\n';
    expect(file!.content(events)).toBe(expected);
    // As they are read from a file of events, where NaN is null.
    expect(file!.content(JSON.parse(JSON.stringify(events)) as TrainingEvent[])).toBe(expected);
  });
});

describe('reduceOnPlateau', () => {
  it('scales the learning rate after its patience, and again after as many more epochs', () => {
    const part = build('reduceOnPlateau', { patience: 2, factor: 0.1 });
    const reduce = { scaleLearningRate: 0.1 };
    expect(feed(part, [1, 2, 2, 2, 2, 0.5, 0.6])).toEqual([{}, {}, reduce, {}, reduce, {}, {}]);
  });

  it('goes on from its state', () => {
    const first = build('reduceOnPlateau', { patience: 2 });
    feed(first, [1, 2]);
    const second = build('reduceOnPlateau', { patience: 2 });
    second.restore(JSON.parse(JSON.stringify(first.state())) as never);
    expect(feed(second, [2])).toEqual([{ scaleLearningRate: 0.5 }]);
  });
});
