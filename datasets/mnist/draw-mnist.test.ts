import { createStream } from 'descent';
import { expect, it } from 'vitest';
import { drawMnist } from './draw-mnist.ts';

const draw = (side: number, name = 'digits') => drawMnist(createStream(1).derive(name), [30, 20], side);

it('draws as many digits as are asked for, none of them twice, and the same for the same stream', async () => {
  const parts = await draw(28);
  expect(parts.map(({ labels }) => labels.length)).toEqual([30, 20]);
  const all = parts.flatMap(({ pixels }) => pixels.map((values) => values.join(' ')));
  expect(new Set(all).size).toBe(50);
  expect(await draw(28)).toEqual(parts);
  expect(await draw(28, 'other digits')).not.toEqual(parts);
});

it('brings brightnesses from 0 to 1, each of them the mean of a block of pixels', async () => {
  const [large, half, small] = [(await draw(28))[0]!, (await draw(14))[0]!, (await draw(7))[0]!];
  expect([half.labels, small.labels]).toEqual([large.labels, large.labels]);
  large.pixels.forEach((values, place) => {
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBeGreaterThan(0.9);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    const meanOf = (side: number, top: number, left: number, block: number) => {
      let sum = 0;
      for (let cell = 0; cell < block ** 2; cell++) {
        sum += (side === 28 ? values : half.pixels[place]!)[
          side * (top + Math.floor(cell / block)) + left + (cell % block)
        ]!;
      }
      return sum / block ** 2;
    };
    half.pixels[place]!.forEach((value, cell) => {
      expect(value).toBeCloseTo(meanOf(28, 2 * Math.floor(cell / 14), 2 * (cell % 14), 2), 12);
    });
    small.pixels[place]!.forEach((value, cell) => {
      expect(value).toBeCloseTo(meanOf(14, 2 * Math.floor(cell / 7), 2 * (cell % 7), 2), 12);
    });
  });
});
