import { PART_NAMES } from '../data/split.ts';
import type { TrainingEvent } from '../training/event.ts';

/** One value over the epochs, e.g. the loss of the training part. */
export interface Series {
  readonly part: string;
  /** In order of the epochs; epoch 0 is before training. A value that was not a number is null. */
  readonly points: readonly { readonly epoch: number; readonly value: number | null }[];
}

/** All that was measured of one name, e.g. `loss`. */
export interface Curve {
  readonly name: string;
  readonly series: readonly Series[];
}

/**
 * The history as curves: the loss first, then the metrics in the order in which they were measured. An epoch
 * that was trained twice, because a run was killed and went on, counts once, as it was the last time.
 */
export function readCurves(events: readonly TrainingEvent[]): Curve[] {
  const curves = new Map<string, Map<string, Map<number, number | null>>>();
  for (const event of events) {
    if (event.type !== 'start' && event.type !== 'epoch') continue;
    const epoch = event.type === 'start' ? 0 : event.epoch;
    // JSON has no NaN: such a value was written as null.
    for (const [key, value] of Object.entries(event.values as Record<string, number | null>)) {
      const [part = '', ...rest] = key.split('.');
      const parts = entry(curves, rest.join('.'), () => new Map<string, Map<number, number | null>>());
      entry(parts, part, () => new Map<number, number | null>()).set(epoch, value);
    }
  }
  return [...curves]
    .map(([name, parts]) => ({
      name,
      series: [...parts].sort(byPart).map(([part, points]) => ({
        part,
        points: [...points]
          .map(([epoch, value]) => ({ epoch, value }))
          .sort((left, right) => left.epoch - right.epoch),
      })),
    }))
    .sort((left, right) => Number(right.name === 'loss') - Number(left.name === 'loss'));
}

/** The learning rate of each epoch. */
export function readLearningRates(events: readonly TrainingEvent[]): Series {
  const rates = new Map<number, number | null>();
  for (const event of events) if (event.type === 'epoch') rates.set(event.epoch, event.learningRate);
  return { part: 'train', points: [...rates].map(([epoch, value]) => ({ epoch, value })) };
}

const ORDER: readonly string[] = PART_NAMES;

function byPart([left]: [string, unknown], [right]: [string, unknown]): number {
  return ORDER.indexOf(left) - ORDER.indexOf(right);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  map.set(key, created);
  return created;
}
