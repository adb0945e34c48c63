import { expect, type CheckContext } from 'descent/grading';
import { drawExamples, drawSeed } from './examples.ts';
import type { exports } from './exports.ts';
import { scoreOf, tensorsLeftBy, weightsOf } from './judge.ts';

/** Looks at single epochs. */
export function checkEpoch({ check, student, submission, stream }: CheckContext<typeof exports>): void {
  check(
    'the loss as it was',
    {
      task: 3,
      points: 2,
      hint: 'The loss of a batch is that before its step. How much does a smaller batch count?',
    },
    async () => {
      const random = stream('seen');
      const model = await student.buildNetwork(drawSeed(random));
      const { rows, labels } = drawExamples(random, 11);
      const data = { rows: rows.map((row, i) => row.map((value) => (i < 8 ? 30 : 300) * value)), labels };
      const { loss } = await scoreOf(model, data);
      const places = [...labels.keys()];
      const still = await student.trainOneEpoch(model, await student.createOptimizer(0), data, places, 4);
      expect(still / loss, 'the loss of an epoch without learning, as a share of the right one').toBeCloseTo(
        1,
        3,
      );
      const once = await student.trainOneEpoch(model, await student.createOptimizer(0.03), data, places, 11);
      expect(once / loss, 'the loss of an epoch of one step, as a share of the right one').toBeCloseTo(1, 3);
    },
  );

  check(
    'each example once, in the order given',
    {
      task: 3,
      points: 1,
      hint: 'Which examples are in the second batch? Does the last, smaller one take a step?',
    },
    async () => {
      const random = stream('order');
      const seed = drawSeed(random);
      const data = drawExamples(random, 22);
      const order = [...random.permutation(22)];
      const [probe, opposite] = [drawExamples(random, 20), order.toReversed()];
      const after = async (parts: readonly (readonly number[])[], batchSize?: number) => {
        const model = await student.buildNetwork(seed);
        const optimizer = await student.createOptimizer(0.03);
        for (const part of parts) {
          await student.trainOneEpoch(model, optimizer, data, part, batchSize ?? part.length);
        }
        return (await scoreOf(model, probe)).loss;
      };
      const whole = await after([order], 5);
      const pieces = await after([0, 5, 10, 15, 20].map((first) => order.slice(first, first + 5)));
      expect(
        whole,
        'the loss after an epoch of 22, where epochs of 5, 5, 5, 5 and 2 bring the same,',
      ).toBeCloseTo(pieces, 5);
      expect(await after([opposite], 5), 'the loss after the opposite order').not.toBeCloseTo(whole, 5);
    },
  );

  check(
    'one batch, one step',
    { task: 3, points: 1, hint: 'How often is the optimizer asked for a step while one batch is there?' },
    async () => {
      const random = stream('step');
      const model = await student.buildNetwork(drawSeed(random));
      const data = drawExamples(random, 12);
      const before = (await weightsOf(model)).flat();
      await student.trainOneEpoch(
        model,
        await student.createOptimizer(0.01),
        data,
        [...data.labels.keys()],
        12,
      );
      const moves = (await weightsOf(model)).flat().map((weight, place) => Math.abs(weight - before[place]!));
      // The first step of Adam is as long as the learning rate, whatever the gradient.
      expect(Math.max(...moves), 'how far the weights move in an epoch of one batch').toBeCloseTo(0.01, 4);
    },
  );

  check(
    'dropout on, normalization follows',
    { task: 3, points: 2, hint: 'Which mode of the network is the one to train in?' },
    async () => {
      const random = stream('training mode');
      const data = drawExamples(random, 40);
      const places = [...data.labels.keys()];
      // One for each network: it remembers something for each weight.
      const still = () => student.createOptimizer(0);

      const normal = await student.buildNetwork(drawSeed(random), { normalize: true });
      const before = await weightsOf(normal);
      await student.trainOneEpoch(normal, await still(), data, places, 20);
      expect(
        await weightsOf(normal),
        'all weights, moving means and variances included, after an epoch with normalization',
      ).not.toEqual(before);

      const sparse = await student.buildNetwork(drawSeed(random), { dropout: 0.5 });
      const loud = { rows: data.rows.map((row) => row.map((value) => 100 * value)), labels: data.labels };
      const { loss } = await scoreOf(sparse, loud);
      const dropped = await student.trainOneEpoch(sparse, await still(), loud, places, 20);
      expect(
        dropped / loss,
        'the loss with half of the units dropped, as a share of that with all',
      ).not.toBeCloseTo(1, 4);
    },
  );

  check(
    'an epoch leaves no tensor behind',
    { task: 3, points: 1, hint: 'The optimizer may keep what it remembers. Who disposes the rest?' },
    async () => {
      const random = stream('tidy epoch');
      const model = await student.buildNetwork(drawSeed(random));
      const optimizer = await student.createOptimizer(0.03);
      const data = drawExamples(random, 10);
      const places = [...data.labels.keys()];
      const left = await tensorsLeftBy(submission, () =>
        student.trainOneEpoch(model, optimizer, data, places, 4),
      );
      expect(left, 'the tensors left behind by an epoch').toBe(0);
    },
  );
}
