import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { PLAIN } from './visible-settings.ts';

/** Adds the visible checks of tasks 6 and 7: schedules, and paths down bowls. */
export function checkPaths({ check, student }: CheckContext<typeof exports>): void {
  const factors = async (schedule: object, expected: readonly (readonly [t: number, factor: number])[]) => {
    for (const [t, value] of expected) {
      expect(await student.factor(schedule, t), `the factor after ${t} steps`).toBeCloseTo(value, 5);
    }
  };

  check(
    'rates that fall by steps and by powers',
    { task: 6, points: 1, hint: 'How often has the rate been cut after t steps?' },
    async () => {
      await factors({ type: 'step', decay: 0.5, every: 10 }, [
        [9, 1],
        [10, 0.5],
        [25, 0.25],
      ]);
      await factors({ type: 'exponential', decay: 0.9 }, [
        [0, 1],
        [2, 0.81],
      ]);
    },
  );

  check(
    'rates that fall by a cosine and by 1/t',
    {
      task: 6,
      points: 1,
      hint: 'Where does half a cosine start, where is it halfway, and what comes after its end?',
    },
    async () => {
      await factors({ type: 'cosine', steps: 100 }, [
        [0, 1],
        [25, 0.853553],
        [50, 0.5],
        [100, 0],
        [150, 0],
      ]);
      await factors({ type: 'inverseTime', decay: 0.1 }, [
        [0, 1],
        [10, 0.5],
        [30, 0.25],
      ]);
    },
  );

  const ravine = { curvatures: [1, 100], from: [1, 1], steps: 2 };
  const expectPath = (path: readonly (readonly number[])[], expected: readonly (readonly number[])[]) => {
    expect(path, `the path of ${expected.length - 1} steps`).toHaveLength(expected.length);
    expected.forEach((weights, step) => {
      expect(path[step], `the weights after ${step} steps`).toHaveLength(2);
      weights.forEach((w, i) => {
        expect(path[step]![i], `weight ${i} after ${step} steps`).toBeCloseTo(w, 6);
      });
    });
  };

  check(
    'two steps down a ravine',
    {
      task: 7,
      points: 2,
      after: ['all weights at once'],
      hint: 'The path begins where the walk begins. Each gradient is that of the place where you are.',
    },
    async () => {
      expectPath(await student.descend('sgd', { ...ravine, settings: { ...PLAIN, lr: 0.015 } }), [
        [1, 1],
        [0.985, -0.5],
        [0.970225, 0.25],
      ]);
    },
  );

  check(
    'two steps with a rate that falls',
    {
      task: 7,
      points: 1,
      after: ['two steps down a ravine', 'rates that fall by steps and by powers'],
      hint: 'The first step has the whole learning rate, the next ones that rate times their factor.',
    },
    async () => {
      const schedule = { type: 'exponential', decay: 0.5 };
      expectPath(await student.descend('sgd', { ...ravine, settings: { ...PLAIN, lr: 0.015 }, schedule }), [
        [1, 1],
        [0.985, -0.5],
        [0.9776125, -0.125],
      ]);
    },
  );

  check(
    'the best settings for a bowl',
    {
      task: 7,
      points: 2,
      hint: 'Momentum works with the roots of the curvatures. What is squared, what is not?',
    },
    async () => {
      const { sgd, momentum } = await student.bestSettings(1, 9);
      expect(sgd.lr, 'the learning rate of sgd for curvatures 1 and 9').toBeCloseTo(0.2, 6);
      expect(momentum.lr, 'the learning rate of momentum for curvatures 1 and 9').toBeCloseTo(0.25, 6);
      expect(momentum.beta, 'the beta of momentum for curvatures 1 and 9').toBeCloseTo(0.25, 6);
    },
  );
}
