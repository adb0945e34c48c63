import { describe, expect, it } from 'vitest';
import type { TrainingEvent } from '../training/event.ts';
import { readCurves } from './history.ts';

const epoch = (number: number, values: Record<string, number>): TrainingEvent => ({
  type: 'epoch',
  epoch: number,
  values,
  learningRate: 0.1,
  seconds: 1,
  isBest: false,
});

describe('readCurves', () => {
  it('gives a curve per name, loss first, and a series per part; what was trained twice counts as the last time', () => {
    const events: TrainingEvent[] = [
      {
        type: 'start',
        time: '2026-01-01T00:00:00.000Z',
        epochs: 2,
        batchesPerEpoch: 1,
        parameters: 1,
        values: { 'validation.accuracy': 0.5, 'validation.loss': 3 },
      },
      epoch(1, { 'train.loss': 2, 'validation.loss': 2.5, 'validation.accuracy': 0.6 }),
      epoch(2, { 'train.loss': 9, 'validation.loss': 9, 'validation.accuracy': 0.1 }),
      { type: 'resume', time: '2026-01-01T00:00:09.000Z', epoch: 1 },
      epoch(2, { 'train.loss': 1, 'validation.loss': null as unknown as number, 'validation.accuracy': 0.7 }),
    ];
    const points = (...values: (number | null)[]) => values.map((value, index) => ({ epoch: index, value }));
    expect(readCurves(events)).toEqual([
      {
        name: 'loss',
        series: [
          { part: 'train', points: points(0, 2, 1).slice(1) },
          { part: 'validation', points: points(3, 2.5, null) },
        ],
      },
      { name: 'accuracy', series: [{ part: 'validation', points: points(0.5, 0.6, 0.7) }] },
    ]);
  });
});
