import { createStream, exercise, expect } from 'descent/grading';
import { drawDigits } from './digits.ts';
import { exports } from './exports.ts';
import { combined, crossEntropyOf, distanceOf, PLAIN, slopesOf, type Net } from './network.ts';

const WEIGHTS = [
  [1, -2],
  [0.5, 0],
];

/** A network of one input, one hidden unit and one output. */
const tiny = (w: number, b: number, v: number, a: number): Net => ({
  hidden: { w: [[w]], b: [b] },
  output: { w: [[v]], b: [a] },
});

const numbered = (number: number) => tiny(number, 0, 0, 0);
const WATCHES = 'stops after waiting in vain';

exercise('25-regularize', exports, ({ check, student }) => {
  const digits = () => drawDigits(createStream(25).derive('few digits'), [10, 20]);

  check(
    'the cost of four weights',
    {
      task: 1,
      points: 2,
      hint: 'One sum over all rows: sizes count λ₁ each, squares λ₂ each.',
    },
    async () => {
      expect(await student.penalty(WEIGHTS, { l1: 1, l2: 0 }), 'the L1 penalty').toBeCloseTo(3.5, 6);
      expect(await student.penalty(WEIGHTS, { l1: 0, l2: 1 }), 'the L2 penalty').toBeCloseTo(5.25, 6);
      expect(await student.penalty(WEIGHTS, { l1: 0.1, l2: 0.01 }), 'both penalties').toBeCloseTo(0.4025, 6);
    },
  );

  check(
    'its slope for four weights',
    { task: 1, points: 1, hint: 'The slope of w² is 2w. That of |w| is 1 or −1, whatever the size.' },
    async () => {
      const found = await student.penaltyGradient(WEIGHTS, { l1: 0.1, l2: 0.01 });
      expect(found, 'the gradient of both penalties').toBeCloseToTensor([
        [0.12, -0.14],
        [0.11, 0],
      ]);
    },
  );

  check(
    'dropout with given numbers',
    {
      task: 2,
      points: 2,
      hint: 'One random number for each value, in their order. How much larger must the values be that stay?',
    },
    async () => {
      const given = [0.9, 0.1, 0.75, 0.2];
      const found = await student.dropout([1, 2, 3, 4], 0.25, () => given.shift() ?? 0.5, true);
      expect(found, 'dropout([1, 2, 3, 4], 0.25, …) with 0.9, 0.1, 0.75, 0.2').toBeCloseToTensor([
        1.333333, 0, 4, 0,
      ]);
    },
  );

  check(
    'nothing drops out after training',
    { task: 2, points: 1, hint: 'What does a network say if you ask it twice?' },
    async () => {
      const found = await student.dropout([1, 2, 3, 4], 0.25, () => 0.1, false);
      expect(found, 'dropout([1, 2, 3, 4], 0.25, …) after training').toBeCloseToTensor([1, 2, 3, 4]);
    },
  );

  check(
    'the learning rate of four epochs',
    { task: 3, points: 1, hint: 'Epochs are counted from 0. When does the first cut come?' },
    async () => {
      const rates = [];
      for (const epoch of [0, 9, 10, 25]) {
        rates.push(await student.lrSchedule(0.8, epoch, { factor: 0.5, every: 10 }));
      }
      expect(rates, 'the learning rates of epochs 0, 9, 10 and 25').toBeCloseToTensor([0.8, 0.8, 0.4, 0.2]);
    },
  );

  check(
    WATCHES,
    {
      task: 4,
      points: 2,
      hint: 'Two epochs in a row without a new best end it. Does a new best make the waiting begin anew?',
    },
    async () => {
      const stopper = await student.EarlyStopping({ patience: 2, minDelta: 0, restore: true });
      const answers = [];
      for (const [epoch, loss] of [1, 1.1, 0.8, 0.9, 0.85].entries()) {
        answers.push(await stopper.update(loss, numbered(epoch)));
      }
      expect(answers, 'the answers to 1, 1.1, 0.8, 0.9, 0.85').toEqual([false, false, false, false, true]);
      expect(await stopper.handle.get('bestEpoch'), 'bestEpoch').toBe(2);
      expect(await stopper.handle.get('bestLoss'), 'bestLoss').toBe(0.8);
    },
  );

  check(
    'which network is kept',
    {
      task: 4,
      points: 2,
      after: [WATCHES],
      hint: 'The network of the best epoch has to be remembered when it comes. Is it always asked for?',
    },
    async () => {
      for (const restore of [true, false]) {
        const stopper = await student.EarlyStopping({ patience: 5, minDelta: 0, restore });
        for (const [epoch, loss] of [1, 0.7, 0.9].entries()) await stopper.update(loss, numbered(epoch));
        const kept = await stopper.result(numbered(2));
        const name = `the epoch of the network that is kept with restore ${restore}`;
        expect(kept.hidden.w[0]![0], name).toBe(restore ? 1 : 2);
      }
    },
  );

  check(
    'a step of four numbers',
    {
      task: 5,
      points: 2,
      hint: 'Every number moves against its own slope. The network you got stays as it is.',
    },
    async () => {
      const none = { l1: 0, l2: 0 };
      const moved = await student.step(tiny(1, 2, -3, 4), tiny(0.5, -1, 2, 0.1), 0.1, none);
      expect(moved, 'the network after a step without penalties').toEqual(tiny(0.95, 2.1, -3.2, 3.99));
    },
  );

  check(
    'a step that only a penalty takes',
    { task: 5, points: 1, hint: 'With slopes of 0 the weights still become smaller. And the biases?' },
    async () => {
      const moved = await student.step(tiny(1, 2, -3, 4), tiny(0, 0, 0, 0), 0.5, { l1: 0.2, l2: 0.1 });
      expect(distanceOf(moved, tiny(0.8, 2, -2.6, 4)), 'how far the step is from the right one').toBeLessThan(
        1e-9,
      );
    },
  );

  check(
    'both losses after every epoch',
    {
      task: 6,
      points: 2,
      hint: 'At the end of an epoch: lossOf the network and the training digits, and of the validation digits.',
    },
    async () => {
      const [training, validation] = await digits();
      const { network, history } = await student.fit(training, validation, {
        ...PLAIN,
        epochs: 3,
        batch: 4,
        dropout: 0.5,
      });
      expect(history.train, 'the training losses of 3 epochs').toHaveLength(3);
      expect(history.validation, 'the validation losses of 3 epochs').toHaveLength(3);
      expect(history.train[2], 'the last training loss').toBeCloseTo(crossEntropyOf(network, training!), 6);
      expect(history.validation[2], 'the last validation loss').toBeCloseTo(
        crossEntropyOf(network, validation!),
        6,
      );
    },
  );

  check(
    'three steps with a falling learning rate',
    {
      task: 6,
      points: 2,
      after: ['a step of four numbers', 'the learning rate of four epochs'],
      hint: 'With all digits in one batch an epoch is one step. Is the learning rate that of the epoch?',
    },
    async () => {
      const [training, validation] = await digits();
      const decay = { factor: 0.5, every: 1 };
      let expected: Net = await student.createNetwork(7);
      for (const lr of [0.4, 0.2, 0.1]) {
        expected = combined(expected, slopesOf(expected, training!), (value, slope) => value - lr * slope);
      }
      const options = { ...PLAIN, epochs: 3, batch: 10, seed: 7, lr: 0.4, decay };
      const { network } = await student.fit(training, validation, options);
      expect(distanceOf(network, expected), 'how far the network is from the right one').toBeLessThan(1e-6);
    },
  );
});
