import { beforeAll, describe, expect, it } from 'vitest';
import * as tf from '#tensorflow';
import { createStream } from '../../random/stream.ts';
import { batches } from '../batches.ts';
import type { DataOptions } from '../data-options.ts';
import { prepareData } from '../pipeline.ts';
import type { TensorColumn } from '../table.ts';
import { contextOf, dataOptions, errorText, partOf, specOf } from '../testing.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const image: TensorColumn = {
  name: 'image',
  kind: 'tensor',
  shape: [3, 4, 1],
  values: Float32Array.from({ length: 12 }, (_, index) => index),
};
const table = { rows: 1, columns: [image] };
const augmented = (options: Record<string, unknown>, seed = 1) => {
  const sample = Float32Array.from(image.values);
  partOf('transform', 'augmentImage', options).fit(table, createStream(1)).augment!(
    sample,
    createStream(seed),
  );
  return [...sample];
};

describe('augmentImage', () => {
  it('moves, turns, mirrors, brightens and disturbs, each only when asked', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const plain = [...image.values];
    for (const [name, value] of [
      ['shift', 0.3],
      ['rotate', 20],
      ['zoom', 0.3],
      ['brightness', 0.3],
      ['noise', 0.1],
    ] as const) {
      const results = seeds.map((seed) => augmented({ [name]: value }, seed));
      expect(results.every((result) => result.every((pixel) => pixel >= 0 && pixel <= 11))).toBe(true);
      expect(results.filter((result) => result.join() === plain.join())).toEqual([]);
      expect(new Set(results.map((result) => result.join())).size).toBe(20);
    }
    const mirrored = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8];
    const flips = seeds.map((seed) => augmented({ flip: 'horizontal' }, seed).join());
    expect(new Set(flips)).toEqual(new Set([plain.join(), mirrored.join()]));
  });

  it('turns by half a turn into the image upside down and mirrored', () => {
    const draw = { derive: () => draw, uniform: () => 1 } as unknown as ReturnType<typeof createStream>;
    const sample = Float32Array.from(image.values);
    partOf('transform', 'augmentImage', { rotate: 180 }).fit(table, createStream(1)).augment!(sample, draw);
    expect([...sample].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([...image.values].toReversed());
  });

  it('fills with the background or the edge, and keeps a constant image constant', () => {
    const flat = { rows: 2, columns: [{ ...image, values: new Float32Array(24).fill(7) }] };
    const sample = new Float32Array(12).fill(7);
    partOf('transform', 'augmentImage', { shift: 0.5, rotate: 45, fill: 'edge' }).fit(flat, createStream(1))
      .augment!(sample, createStream(3));
    sample.forEach((value) => {
      expect(value).toBeCloseTo(7, 5);
    });
  });

  it('refuses to do nothing, and features that are no image', async () => {
    expect(await errorText(() => partOf('transform', 'augmentImage', {}))).toBe(
      'nothing is changed\nat type\n→ Give an amount, as shift: 0.1.',
    );
    expect(
      await errorText(() =>
        partOf('transform', 'augmentImage', { shift: 0.1 }).describe([{ name: 'x', kind: 'number' }]),
      ),
    ).toBe(
      'the features are no image [height, width, channels]\nat type\n→ Leave it out, or name the column of images as the only feature.',
    );
  });
});

const mnist = (transforms: DataOptions['transforms']) =>
  prepareData(
    dataOptions({
      source: specOf('source', 'idx', { dataset: 'mnist', part: 'test' }),
      target: 'label',
      limit: 200,
      transforms,
    }),
    contextOf(7),
  );

describe('what acts on training only', () => {
  it('leaves every part as it is: only batches of training are changed', async () => {
    const scale = specOf('transform', 'scaleImage');
    const plain = await mnist([scale]);
    const data = await mnist([
      scale,
      specOf('transform', 'augmentImage', { shift: 0.1, noise: 0.05 }),
      specOf('transform', 'balanceClasses'),
    ]);
    expect(data.parts).toEqual(plain.parts);
    expect(plain.augment).toBeUndefined();
    expect(plain.sampler).toBeUndefined();
    const { rows, targets } = data.parts.train;
    const sampler = data.sampler!(targets);
    const order = sampler.draw(createStream(5));
    expect(new Set(order)).toEqual(new Set(Array.from({ length: rows }, (_, row) => row)));
    const counts = new Map<number, number>();
    for (const row of order) counts.set(targets[row]!, (counts.get(targets[row]!) ?? 0) + 1);
    expect(new Set(counts.values()).size).toBe(1);
    expect(order).toHaveLength(sampler.rows);
    expect(sampler.draw(createStream(5))).toEqual(order);
    expect(sampler.draw(createStream(6))).not.toEqual(order);
  });

  it('changes samples by their position in the order, whatever the size of the batches', async () => {
    const data = await mnist([
      specOf('transform', 'scaleImage'),
      specOf('transform', 'augmentImage', { rotate: 10 }),
    ]);
    const before = Float32Array.from(data.parts.train.features);
    const all = (batchSize: number) => {
      const stream = createStream(1);
      const seen: number[] = [];
      for (const batch of batches(data.parts.train, {
        batchSize,
        order: Int32Array.of(5, 5, 3, 9, 1),
        inputShape: data.inputShape,
        encoding: 'classIndex',
        outputs: 10,
        change: (sample, position) => {
          data.augment!(sample, stream.derive(position));
        },
      })) {
        seen.push(...batch.features.dataSync());
      }
      return seen;
    };
    const once = all(2);
    expect(all(5)).toEqual(once);
    expect(once.slice(0, 784)).not.toEqual(once.slice(784, 1568)); // row 5 comes twice
    expect(data.parts.train.features).toEqual(before);
  });

  it('stands last, and balances only classes', async () => {
    expect(
      await errorText(() =>
        mnist([specOf('transform', 'augmentImage', { shift: 0.1 }), specOf('transform', 'scaleImage')]),
      ),
    ).toBe(
      'scaleImage stands after augmentImage, which acts on training batches\nat transforms.1.type\n→ Put augmentImage last.',
    );
    const part = partOf('transform', 'balanceClasses');
    const targets = [{ name: 'mass', kind: 'number' as const }];
    expect(await errorText(() => part.describe([], { source: targets, targets }))).toBe(
      'the target "mass" holds numbers, not classes\nat type\n→ Leave it out.',
    );
  });
});
