import { expect, it } from 'vitest';
import { fillDefaults } from '../../component/fill-defaults.ts';
import { createRegistry } from '../../component/registry.ts';
import { trainingComponents } from '../components.ts';

const registry = createRegistry(trainingComponents);

/** The factors after 0, 2.5, 5 and 10 of 10 epochs. */
function factors(written: string | { type: string; [option: string]: unknown }): number[] {
  const part = registry.build('schedule', fillDefaults(registry, 'schedule', written), { registry });
  return [0, 2.5, 5, 10].map((epoch) => part.factor({ step: 0, epoch, epochs: 10 }));
}

it.each([
  ['constant', [1, 1, 1, 1]],
  [{ type: 'step', decay: 0.1, every: 5 }, [1, 1, 0.1, 0.01]],
  [{ type: 'exponential', decay: 0.9 }, [1, 0.9 ** 2.5, 0.9 ** 5, 0.9 ** 10]],
  ['cosine', [1, (1 + Math.SQRT1_2) / 2, 0.5, 0]],
  [{ type: 'cosine', final: 0.2 }, [1, 0.2 + (0.8 * (1 + Math.SQRT1_2)) / 2, 0.6, 0.2]],
  ['polynomial', [1, 0.75, 0.5, 0]],
  [{ type: 'polynomial', power: 2, final: 0.2 }, [1, 0.2 + 0.8 * 0.75 ** 2, 0.4, 0.2]],
  // A period of 5 ends where the second begins; that one is twice as long and half done at 10.
  [{ type: 'cosineRestarts', period: 5 }, [1, 0.5, 1, 0.5]],
  [{ type: 'cosineRestarts', period: 5, growth: 1, peakDecay: 0.5, final: 0.2 }, [1, 0.6, 0.5, 0.25]],
  [{ type: 'inverseTime', decay: 0.2 }, [1, 1 / 1.5, 0.5, 1 / 3]],
  [{ type: 'warmUp', length: 5 }, [0, 0.5, 1, 1]],
  [{ type: 'warmUp', length: 5, then: { type: 'step', decay: 0.1, every: 5 } }, [0, 0.5, 0.1, 0.01]],
])('%o', (written, expected) => {
  factors(written).forEach((factor, index) => {
    expect(factor).toBeCloseTo(expected[index]!, 12);
  });
});
