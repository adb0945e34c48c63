import { expect, type CheckContext } from 'descent/grading';
import { drawDigits, drawSeed } from './digits.ts';
import type { exports } from './exports.ts';
import { combined, distanceOf, drawNet, stepped } from './network.ts';

/** Looks at counting, reducing and updating with numbers that are drawn. */
export function checkRules({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'updates of any epoch',
    { task: 1, points: 1, hint: 'Is a batch that is not full a batch?' },
    async () => {
      const random = stream('updates');
      for (let trial = 0; trial < 5; trial++) {
        const [batch, full, rest] = [3 + random.integer(60), random.integer(20), random.integer(2)];
        const count = batch * full + rest * (1 + random.integer(batch - 1)) + (full + rest === 0 ? 1 : 0);
        let updates = 0;
        for (let left = count; left > 0; left -= batch) updates++;
        const found = await student.updatesPerEpoch(count, batch);
        expect(found, `the updates with ${count} digits in batches of ${batch}`).toBe(updates);
      }
      expect(await student.updatesPerEpoch(7, 3), 'the updates with 7 digits in batches of 3').toBe(3);
    },
  );

  check(
    'gradients and updates of any network',
    {
      task: 2,
      points: 2,
      hint: 'Every number of both layers, weights and biases, and by how many digits there were.',
    },
    async () => {
      const random = stream('networks');
      const net = drawNet(random);
      const sum = combined(net, net, () => random.normal());
      const [count, lr] = [2 + random.integer(30), 0.1 + random.uniform()];
      const mean = combined(sum, sum, (slope) => slope / count);
      const found = await student.reduce(sum, count, 'mean');
      expect(
        distanceOf(found, mean),
        `how far the mean over ${count} digits is from the right one`,
      ).toBeLessThan(1e-9);
      const whole = await student.reduce(sum, count, 'sum');
      expect(
        distanceOf(whole, sum),
        `how far the sum over ${count} digits is from the right one`,
      ).toBeLessThan(1e-9);
      const after = await student.update(net, sum, lr);
      expect(
        distanceOf(after, stepped(net, sum, lr)),
        'how far the network is from the right one',
      ).toBeLessThan(1e-9);
    },
  );

  check(
    'the same steps indeed',
    {
      task: 3,
      points: 2,
      hint: 'Do a run with the sum, and one with the mean and the other learning rate: they should end at the same network.',
    },
    async () => {
      const random = stream('same');
      const [training, validation] = await drawDigits(random, [48, 40]);
      const seed = drawSeed(random);
      for (const [from, to, lr] of [
        ['sum', 'mean', 0.01 + 0.01 * random.uniform()],
        ['mean', 'sum', 0.1 + 0.1 * random.uniform()],
      ] as const) {
        const batch = [4, 8, 12][random.integer(3)]!;
        const other = await student.sameSteps(lr, batch, from);
        const common = { batch, epochs: 3, target: 0.5, seed };
        const one = await student.run(training, validation, { ...common, lr, reduction: from });
        const two = await student.run(training, validation, { ...common, lr: other, reduction: to });
        const name = `how far the networks of ${from} and ${to} are apart in batches of ${batch}`;
        expect(distanceOf(one.network, two.network), name).toBeLessThan(1e-5);
        expect(two.epochsToTarget, `the epochs to the target with the ${to}`).toBe(one.epochsToTarget);
      }
    },
  );
}
