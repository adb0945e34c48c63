import { expect, type CheckContext } from 'descent/grading';
import { draw, drawSettings } from './draws.ts';
import type { exports } from './exports.ts';
import { follow } from './rules.ts';
import { USUAL } from './tensorflow.ts';

/** Adds the hidden checks of tasks 6 and 7: schedules, and paths down bowls. */
export function checkPaths({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'schedules at any time',
    {
      task: 6,
      points: 2,
      hint: 'Does every number of the schedule count, at times that are no round numbers too?',
    },
    async () => {
      const random = stream('schedules');
      for (let trial = 0; trial < 4; trial++) {
        const decay = 0.2 + 0.7 * random.uniform();
        const every = 2 + random.integer(9);
        const t = random.integer(50);
        const steps = t + 1 + random.integer(50);
        const at = (schedule: object, time: number) => student.factor(schedule, time);
        const name = (type: string) => `the factor of "${type}"`;
        const cuts = (t - (t % every)) / every;
        expect(await at({ type: 'step', decay, every }, t), name('step')).toBeCloseTo(decay ** cuts, 6);
        expect(await at({ type: 'exponential', decay }, t), name('exponential')).toBeCloseTo(decay ** t, 6);
        const half = Math.cos((Math.PI * t) / (2 * steps)) ** 2;
        expect(await at({ type: 'cosine', steps }, t), name('cosine')).toBeCloseTo(half, 6);
        expect(await at({ type: 'cosine', steps }, steps + t), name('cosine')).toBeCloseTo(0, 6);
        const slow = 1 / (1 + decay * t);
        expect(await at({ type: 'inverseTime', decay }, t), name('inverseTime')).toBeCloseTo(slow, 6);
      }
    },
  );

  check(
    'paths on other bowls',
    {
      task: 7,
      points: 2,
      after: ['momentum over twenty steps'],
      hint: 'Is the memory kept from step to step, for any number of weights, and the learning rate always that of the schedule?',
    },
    async () => {
      const random = stream('bowls');
      const settings = { ...drawSettings(random), lr: 0.02 };
      const curvatures = [0.5 + random.uniform(), 3, 10 + 5 * random.uniform()];
      const from = draw(random, 3);
      const path = await student.descend('momentum', { curvatures, from, settings, steps: 15 });
      expect(path, 'the path of 15 steps').toHaveLength(16);
      from.forEach((start, i) => {
        const alone = follow('momentum', start, (_, w) => curvatures[i]! * w, 15, settings);
        [start, ...alone].forEach((w, step) => {
          expect(path[step]![i], `weight ${i} after ${step} steps`).toBeCloseTo(w, 6);
        });
      });
      const schedule = { type: 'inverseTime', decay: 0.5 };
      const slowing = await student.descend('sgd', { curvatures, from, settings, steps: 15, schedule });
      let w = from[0]!;
      for (let t = 0; t < 15; t++) w -= (settings.lr / (1 + 0.5 * t)) * curvatures[0]! * w;
      expect(slowing[15]![0], 'weight 0 after 15 steps with a rate that falls').toBeCloseTo(w, 6);
    },
  );

  // The measure: steps of momentum as a share of those of sgd, until the loss has fallen to a millionth. 20 seeds of the solution
  // (plain arithmetic, so the backend does not matter): 0.1676, the same to four digits with all; sgd takes 346 steps and
  // momentum 58. With the beta that suits another bowl, 0.25, it is 0.64.
  check(
    'momentum needs a quarter of the steps',
    {
      task: 7,
      points: 3,
      partial: [
        [0.6, 1],
        [0.25, 3],
      ],
      hint: 'On a bowl a hundred times as steep one way as the other, which learning rates and which beta arrive soonest?',
    },
    async () => {
      const random = stream('race');
      const scale = 0.2 + random.uniform();
      const curvatures = [scale, 100 * scale];
      const from = [1 + random.uniform(), 1 + random.uniform()];
      const best = await student.bestSettings(scale, 100 * scale);
      const lossOf = (weights: readonly number[]) =>
        weights.reduce((sum, w, i) => sum + (curvatures[i]! * w * w) / 2, 0);
      const stepsOf = async (rule: 'sgd' | 'momentum') => {
        const settings = { ...USUAL, ...best[rule] };
        const path = await student.descend(rule, { steps: 1000, settings, from, curvatures });
        expect(path, `the path of 1,000 steps of ${rule}`).toHaveLength(1001);
        const far = path.findLastIndex((weights) => !(lossOf(weights) <= 1e-6 * lossOf(from)));
        expect(far, `the last step of ${rule} at which the loss is above a millionth`).toBeLessThan(1000);
        return far + 1;
      };
      // At its best rate sgd takes 0.980 of the distance with a step: it cannot be slower and still be the best.
      const sgd = await stepsOf('sgd');
      expect(sgd, 'the steps of sgd at its best rate').toBeLessThanOrEqual(500);
      return (await stepsOf('momentum')) / sgd;
    },
  );
}
