import { createStream, exercise, expect, tensorValue } from 'descent/grading';
import { drawExamples } from './examples.ts';
import { exports } from './exports.ts';
import { scoreOf } from './judge.ts';

const LOSS = 'the loss of two rows';
const EPOCH = 'an epoch lowers the loss';

exercise('19-training-loop', exports, ({ check, student, once }) => {
  const examples = (name: string, count: number) => drawExamples(createStream(19).derive(name), count);
  const options = { epochs: 10, batchSize: 20, learningRate: 0.03, seed: 3 };
  /** The one training that two checks look at. */
  const run = once(async () => {
    const model = await student.buildNetwork(3);
    const [training, validation] = [examples('training', 60), examples('validation', 50)];
    const before = (await scoreOf(model, validation)).loss;
    const result = await student.fit(model, training, validation, options);
    return { ...result, before, after: (await scoreOf(model, validation)).loss };
  });

  check(
    LOSS,
    { task: 1, points: 2, hint: 'A sum over the classes, a mean over the rows. Which sign has a logarithm?' },
    async () => {
      const probabilities = tensorValue([0.15, 0.02, 0.83, 0.5, 0.25, 0.25], [2, 3]);
      const y = tensorValue([0, 0, 1, 1, 0, 0], [2, 3]);
      const loss = await student.batchLoss(probabilities, y);
      // (−ln 0.83 − ln 0.5) / 2
      expect(loss.data[0], 'the loss of two rows').toBeCloseTo(0.4397, 4);
    },
  );

  check(
    'the loss of a guess',
    { task: 1, points: 1, hint: 'Which probability has the right class, if every class has the same?' },
    async () => {
      expect(await student.lossOfGuessing(3), 'the loss of guessing among 3').toBeCloseTo(1.0986, 4);
      expect(await student.lossOfGuessing(10), 'the loss of guessing among 10').toBeCloseTo(2.3026, 4);
    },
  );

  check(
    'every example counts alike',
    {
      task: 2,
      points: 3,
      after: [LOSS],
      hint: 'How many examples has the last batch, and how much does it count?',
    },
    async () => {
      const model = await student.buildNetwork(1);
      const drawn = examples('alike', 7);
      // Far from a guess, so that the loss of the last example is another than that of the others.
      const data = {
        rows: drawn.rows.map((row, i) => row.map((value) => (i < 6 ? 1 : 300) * value)),
        labels: drawn.labels,
      };
      const { loss, accuracy } = await scoreOf(model, data);
      const found = await student.validate(model, data, 3);
      expect(found.loss, 'the loss of 7 examples in batches of 3').toBeCloseTo(loss, 4);
      expect(found.accuracy, 'the accuracy on 7 examples in batches of 3').toBeCloseTo(accuracy, 4);
    },
  );

  check(
    EPOCH,
    { task: 3, points: 2, after: [LOSS], hint: 'Does each batch take a step, and does it go down?' },
    async () => {
      const model = await student.buildNetwork(2);
      const data = examples('epoch', 60);
      const before = (await scoreOf(model, data)).loss;
      const optimizer = await student.createOptimizer(0.03);
      await student.trainOneEpoch(model, optimizer, data, [...data.labels.keys()], 10);
      // 20 seeds of the solution (wasm): it falls by 0.71 of what it was, standard deviation 0.05, at least 0.62.
      expect([before, (await scoreOf(model, data)).loss], 'the loss before and after').toDecrease({
        by: 0.2,
      });
    },
  );

  check(
    'a history from before the first epoch on',
    {
      task: 4,
      points: 2,
      hint: 'When is the first entry made, and how many are there in the end?',
    },
    async () => {
      const { history, bestEpoch } = await run();
      for (const [name, values] of Object.entries(history)) {
        expect(values, `history.${name} after ${options.epochs} epochs`).toHaveLength(options.epochs + 1);
      }
      // 40 seeds (wasm): 0.025 at most.
      const guess = Math.log(3);
      expect(
        Math.abs(history.validationLoss[0]! - guess),
        'how far the first validation loss is from a guess',
      ).toBeLessThanOrEqual(0.1);
      expect(
        Math.abs(history.trainLoss[0]! - guess),
        'how far the first training loss is from a guess',
      ).toBeLessThanOrEqual(0.1);
      expect(history.validationLoss[bestEpoch], 'the validation loss of the best epoch').toBe(
        Math.min(...history.validationLoss),
      );
    },
  );

  check(
    'the validation loss falls',
    { task: 4, points: 2, after: [EPOCH], hint: 'Does every epoch train? With which examples?' },
    async () => {
      const { before, after } = await run();
      // 20 seeds (wasm): it falls by 0.67 of what it was, standard deviation 0.08, at least 0.53.
      expect([before, after], 'the validation loss before and after').toDecrease({ by: 0.3 });
    },
  );

  check(
    'one batch by heart',
    {
      task: 5,
      points: 2,
      after: [EPOCH],
      hint: 'Is it the same batch at each step, and are all steps taken?',
    },
    async () => {
      const model = await student.buildNetwork(4);
      const batch = examples('batch', 16);
      await student.overfitOneBatch(model, batch, { steps: 60, learningRate: 0.02 });
      // 20 seeds (wasm): 0.0002 at most.
      expect((await scoreOf(model, batch)).loss, 'the loss on the batch in the end').toBeLessThan(0.05);
    },
  );
});
