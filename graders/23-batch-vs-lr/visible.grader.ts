import { createStream, exercise, expect } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { exports } from './exports.ts';
import { distanceOf, slopesOf, stepped, type Net } from './network.ts';
import { PUBLISHED } from './published.ts';

/** A network of one input, one hidden unit and one output. */
const tiny = (w: number, b: number, v: number, a: number): Net => ({
  hidden: { w: [[w]], b: [b] },
  output: { w: [[v]], b: [a] },
});

const ONE_UPDATE = 'one update of four numbers';
const BATCHES = 'the gradient of a batch of four';

exercise('23-batch-vs-lr', exports, ({ check, student }) => {
  const digits = () => drawDigits(createStream(23).derive('few digits'), [12, 30]);

  check(
    'updates of an epoch',
    { task: 1, points: 1, hint: 'Do digits that fill no batch count, too?' },
    async () => {
      const counts = [];
      for (const batch of [1, 128, 1500]) counts.push(await student.updatesPerEpoch(1500, batch));
      expect(counts, 'the updates with 1,500 digits in batches of 1, 128 and 1,500').toEqual([1500, 12, 1]);
    },
  );

  check(BATCHES, { task: 2, points: 2, hint: 'Which of the two is divided, and by what?' }, async () => {
    const sum = tiny(4, -8, 2, 0);
    expect(await student.reduce(sum, 4, 'sum'), 'the sum over 4 digits').toEqual(sum);
    expect(await student.reduce(sum, 4, 'mean'), 'the mean over 4 digits').toEqual(tiny(1, -2, 0.5, 0));
  });

  check(ONE_UPDATE, { task: 2, points: 1, hint: 'Against the gradient, lr times as far.' }, async () => {
    const found = await student.update(tiny(1, 2, 3, 4), tiny(4, -8, 2, 0), 0.25);
    expect(found, 'the network after the update').toEqual(tiny(0, 4, 2.5, 4));
  });

  check(
    'learning rates with the same steps',
    {
      task: 3,
      points: 1,
      hint: 'A sum is longer than a mean. Which of the two needs the smaller learning rate?',
    },
    async () => {
      expect(
        await student.sameSteps(0.01, 100, 'sum'),
        'for the mean, as 0.01 for the sum of 100',
      ).toBeCloseTo(1, 8);
      expect(await student.sameSteps(0.5, 10, 'mean'), 'for the sum, as 0.5 for the mean of 10').toBeCloseTo(
        0.05,
        8,
      );
    },
  );

  check(
    'three updates with all digits',
    {
      task: 4,
      points: 2,
      after: [BATCHES, ONE_UPDATE],
      hint: 'With all digits in one batch an epoch is one update. Is the sum or the mean taken, as the options say?',
    },
    async () => {
      const [training, validation] = await digits();
      for (const [reduction, lr] of [
        ['mean', 0.3],
        ['sum', 0.025],
      ] as const) {
        let expected: Net = await student.createNetwork(7);
        for (let step = 0; step < 3; step++)
          expected = stepped(expected, slopesOf(expected, training!), 0.025);
        const options = { lr, batch: 12, reduction, epochs: 3, target: 1.1, seed: 7 };
        const { network, epochsToTarget } = await student.run(training, validation, options);
        const name = `how far the network is from the right one with the ${reduction}`;
        expect(distanceOf(network, expected), name).toBeLessThan(1e-6);
        expect(epochsToTarget, 'the epochs to a target that cannot be reached').toBe('+');
      }
    },
  );

  check(
    'a cell for every pair',
    { task: 5, points: 2, hint: 'Row by row: the batch sizes change faster than the learning rates.' },
    async () => {
      const [training, validation] = await digits();
      const grid = {
        lrs: [0.2, 0.1, 0.05],
        batches: [3, 12],
        reduction: 'mean',
        epochs: 1,
        target: 1.1,
        seed: 1,
      };
      const cells = await student.gridRun(training, validation, grid);
      expect(cells, 'the cells of 3 learning rates and 2 batch sizes').toHaveLength(6);
      expect(
        cells.map(({ lr }) => lr),
        'their learning rates',
      ).toEqual([0.2, 0.2, 0.1, 0.1, 0.05, 0.05]);
      expect(
        cells.map(({ batch }) => batch),
        'their batch sizes',
      ).toEqual([3, 12, 3, 12, 3, 12]);
    },
  );

  check(
    'the published table',
    {
      task: 6,
      points: 2,
      hint: 'Look at learning rate 0.001: does a batch of 1,000 need 1,000 times as many epochs as one of 1?',
    },
    async () => {
      const found = await student.whichReduction(PUBLISHED);
      expect(found, 'what the table of Wilson and Martinez is about').toBe('sum');
    },
  );
});
