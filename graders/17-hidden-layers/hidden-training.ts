import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { probabilitiesOf } from './judge.ts';
import { drawCircle } from './points.ts';
import { drawSeed, drawSeeds } from './seeds.ts';

/** Asks how training goes on, in which order it takes the points, and how often. */
export function checkTraining({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'goes on from where it is',
    {
      task: 4,
      points: 2,
      hint: 'Training begins with the weights that the network has, and goes as far as the learning rate says.',
    },
    async () => {
      const random = stream('small steps');
      const points = drawCircle(random, 40);
      const model = await student.buildNetwork(2, [6], 'tanh', drawSeed(random));
      const before = await probabilitiesOf(model, points.xs);
      const seed = drawSeed(random);
      await student.train(model, points, { batchSize: 20, epochs: 2, learningRate: 1e-7, seed });
      const after = await probabilitiesOf(model, points.xs);
      expect(after, 'the probabilities after tiny steps').toBeCloseToTensor(before, { absolute: 1e-4 });
    },
  );

  check(
    'another order in each training',
    {
      task: 4,
      points: 1,
      hint: 'Where does the order of the points come from, and what has the seed to do with it?',
    },
    async () => {
      const random = stream('orders');
      const points = drawCircle(random, 40);
      const [start, first, second] = drawSeeds(random, 3);
      const trainWith = async (seed: number) => {
        const model = await student.buildNetwork(2, [6], 'tanh', start);
        await student.train(model, points, { batchSize: 10, epochs: 2, learningRate: 0.05, seed });
        return probabilitiesOf(model, points.xs);
      };
      await expect(() => trainWith(first!), 'two epochs with one seed').toBeDeterministic();
      expect(await trainWith(second!), 'the prediction after training with another seed').not.toEqual(
        await trainWith(first!),
      );
    },
  );

  check(
    'each epoch takes all points once',
    {
      task: 4,
      points: 2,
      hint: 'How many batches are there where the points do not fill the last one?',
    },
    async () => {
      // The same point many times, so that the order does not matter.
      const random = stream('steps');
      const model = await student.buildNetwork(1, [], 'relu', drawSeed(random));
      const [rate, epochs, batchSize] = [0.01, 3, 4];
      // Seven batches: six of four, and one that holds the last point.
      const points = {
        xs: Array.from({ length: 25 }, () => [0]),
        labels: Array.from({ length: 25 }, () => 1),
      };
      const logit = async () => {
        const [p] = await probabilitiesOf(model, [[0]]);
        return Math.log(p! / (1 - p!));
      };
      const start = await logit();
      await student.train(model, points, { batchSize, epochs, learningRate: rate, seed: drawSeed(random) });
      // The gradient of the bias hardly changes, so each of the 21 steps of Adam is as long as the learning rate.
      expect(((await logit()) - start) / rate, 'the steps that training took').toBeCloseTo(21, 0);
    },
  );
}
