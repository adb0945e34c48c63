import { describe, expect, it } from 'vitest';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { createStream } from '../../random/stream.ts';
import { modelComponents } from '../components.ts';
import { fans } from './variance-scaling.ts';

const registry = createRegistry(modelComponents);
const values = (written: string | { type: string; [option: string]: unknown }, shape: number[]) =>
  registry
    .build('initializer', fillDefaults(registry, 'initializer', written), undefined)
    .values(shape, createStream(3));

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
