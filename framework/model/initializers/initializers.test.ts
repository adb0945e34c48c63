import { describe, expect, it } from 'vitest';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { modelComponents } from '../components.ts';
import { fans } from './variance-scaling.ts';

const registry = createRegistry(modelComponents);
const values = (written: string | { type: string; [option: string]: unknown }, shape: number[], seed = 3) =>
  registry
    .build('initializer', fillDefaults(registry, 'initializer', written), undefined)
    .values(shape, createStream(seed));

describe('random initial weights', () => {
  // A kernel with fanIn 3 · 3 · 20 = 180 and fanOut 3 · 3 · 60 = 540.
  const SHAPE = [3, 3, 20, 60];

  it.each([
    ['glorotUniform', 2 / 720],
    ['glorotNormal', 2 / 720],
    ['heUniform', 2 / 180],
    ['heNormal', 2 / 180],
    ['lecunUniform', 1 / 180],
    ['lecunNormal', 1 / 180],
  ])('%s have mean 0 and variance %d', (type, variance) => {
    const drawn = values(type, SHAPE);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const measured = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    // Of 10,800 draws the mean deviates by a hundredth of a deviation, the variance by one per cent.
    expect(Math.abs(mean)).toBeLessThan(0.04 * Math.sqrt(variance));
    expect(measured / variance).toBeGreaterThan(0.96);
    expect(measured / variance).toBeLessThan(1.04);
  });

  it('lie within their bounds', () => {
    const largest = (type: string) => Math.max(...values(type, SHAPE).map(Math.abs));
    expect(largest('heUniform')).toBeLessThanOrEqual(Math.sqrt(6 / 180));
    expect(largest('heUniform')).toBeGreaterThan(0.99 * Math.sqrt(6 / 180));
    expect(largest('heNormal')).toBeLessThanOrEqual((2 * Math.sqrt(2 / 180)) / 0.8796);
  });

  it('are the same for the same stream', () => {
    expect(values('heNormal', [4, 4])).toEqual(values('heNormal', [4, 4]));
  });
});

it('fans count the window of a kernel', () => {
  expect(fans([7, 5])).toEqual({ fanIn: 7, fanOut: 5 });
  expect(fans([3, 3, 2, 8])).toEqual({ fanIn: 18, fanOut: 72 });
  expect(fans([6])).toEqual({ fanIn: 6, fanOut: 6 });
});

it('fixed initial weights', () => {
  expect([...values('zeros', [2])]).toEqual([0, 0]);
  expect([...values('ones', [2])]).toEqual([1, 1]);
  expect([...values({ type: 'constant', value: 0.5 }, [1, 2])]).toEqual([0.5, 0.5]);
});

describe('orthogonal initial weights', () => {
  it.each([
    [[6, 4], 'columns'],
    [[4, 6], 'rows'],
    [[5, 5], 'rows'],
    [[2, 2, 3, 5], 'columns'],
    [[7], 'rows'],
  ])('of shape %j have orthonormal %s', (shape, which) => {
    const gain = 1.5;
    const drawn = values({ type: 'orthogonal', gain }, shape);
    const width = shape.at(-1)!;
    const rows = Array.from({ length: drawn.length / width }, (_, row) => [...drawn.slice(row * width, (row + 1) * width)]); // prettier-ignore
    const vectors = which === 'rows' ? rows : rows[0]!.map((_, column) => rows.map((row) => row[column]!));
    vectors.forEach((one, index) => {
      vectors.forEach((other, place) => {
        const product = one.reduce((sum, value, at) => sum + value * other[at]!, 0);
        expect(product).toBeCloseTo(index === place ? gain ** 2 : 0, 5);
      });
    });
  });

  it('are spread evenly over all rotations', () => {
    const angles = Array.from({ length: 400 }, (_, seed) => {
      const [x, y] = values('orthogonal', [2, 2], seed);
      return Math.atan2(y!, x!);
    });
    // Of 400 even angles 100 lie in each quarter, give or take 8.7 on average.
    for (let quarter = -2; quarter < 2; quarter++) {
      const count = angles.filter((angle) => Math.floor(angle / (Math.PI / 2)) === quarter).length;
      expect(Math.abs(count - 100)).toBeLessThan(30);
    }
  });
});
