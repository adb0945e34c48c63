import { exercise, expect, tensorValue, type Stream, type TensorValue } from 'descent/grading';
import { drawExamples } from './examples.ts';
import { exports } from './exports.ts';
import { scoreOf } from './judge.ts';

/** A network of a submission that can be taken apart. */
interface Whole {
  export(): Promise<unknown>;
}

/** All weights of a network, those that training does not change included. */
async function weightsOf(model: Whole): Promise<number[][]> {
  const { weights } = (await model.export()) as { weights: readonly TensorValue[] };
  return weights.map(({ data }) => Array.from(data));
}

const drawSeed = (stream: Stream) => 1 + stream.integer(1000);
const TRUE_HISTORY = 'a history that is true';
const BOTH = { dropout: 0.5, normalize: true };

exercise('19-training-loop', exports, ({ check, student, submission, stream, once }) => {
  const drawn = () => ({
    training: drawExamples(stream('training'), 60),
    validation: drawExamples(stream('validation'), 100),
  });
  /** The one training that several checks look at. */
  const run = once(async () => {
    const { training, validation } = drawn();
    const seed = drawSeed(stream('seed'));
    const model = await student.buildNetwork(seed);
    const start = { training: await scoreOf(model, training), validation: await scoreOf(model, validation) };
    const options = { epochs: 40, batchSize: 20, learningRate: 0.03, seed };
    return { ...(await student.fit(model, training, validation, options)), model, start };
  });

  /** How many tensors more there are after a second call than after the first, which may keep some for good. */
  const tensorsLeftBy = async (call: () => Promise<unknown>) => {
    await call();
    const before = await submission.tensorCount();
    await call();
    return (await submission.tensorCount()) - before;
  };

  check(
    'surely wrong, yet finite',
    { task: 1, points: 1, hint: 'What is the logarithm of 0, and what is 0 times that?' },
    async () => {
      const wrong = await student.batchLoss(tensorValue([1, 0, 0], [1, 3]), tensorValue([0, 1, 0], [1, 3]));
      expect(Number.isFinite(wrong.data[0]), 'whether the loss is finite where p is 0').toBe(true);
      expect(wrong.data[0], 'the loss where the right class has probability 0').toBeGreaterThan(6);
      const right = await student.batchLoss(tensorValue([1, 0, 0], [1, 3]), tensorValue([1, 0, 0], [1, 3]));
      expect(right.data[0], 'the loss where it has probability 1').toBeCloseTo(0, 2);
    },
  );

  check(
    'dropout off, moving means on',
    {
      task: 2,
      points: 3,
      hint: 'In which mode of the network do answers neither depend on chance nor on the rest of the batch?',
    },
    async () => {
      const random = stream('modes');
      const model = await student.buildNetwork(drawSeed(random), BOTH);
      const { rows, labels } = drawExamples(random, 25);
      // Far from the middle, where normalizing by the batch would make another thing of it.
      const data = { rows: rows.map((row) => row.map((value) => 40 * (value + 3))), labels };
      const { loss, accuracy } = await scoreOf(model, data);
      for (const batchSize of [25, 10, 8]) {
        const found = await student.validate(model, data, batchSize);
        expect(found.loss, `the loss in batches of ${batchSize}`).toBeCloseTo(loss, 3);
        expect(found.accuracy, `the accuracy in batches of ${batchSize}`).toBeCloseTo(accuracy, 6);
      }
    },
  );

  check(
    'validation changes no weight',
    {
      task: 2,
      points: 2,
      hint: 'Does anything in it take a step, or run the network in the mode of training?',
    },
    async () => {
      const random = stream('looking');
      const model = await student.buildNetwork(drawSeed(random), BOTH);
      const before = await weightsOf(model);
      await student.validate(model, drawExamples(random, 25), 8);
      expect(await weightsOf(model), 'the weights after validation').toEqual(before);
    },
  );

  check(
    'validation leaves no tensor behind',
    { task: 2, points: 1, hint: 'Who disposes the tensors of a batch, and those in between?' },
    async () => {
      const random = stream('tidy validation');
      const model = await student.buildNetwork(drawSeed(random));
      const data = drawExamples(random, 10);
      const left = await tensorsLeftBy(() => student.validate(model, data, 4));
      expect(left, 'the tensors left behind by a validation').toBe(0);
    },
  );

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
      const left = await tensorsLeftBy(() => student.trainOneEpoch(model, optimizer, data, places, 4));
      expect(left, 'the tensors left behind by an epoch').toBe(0);
    },
  );

  check(
    TRUE_HISTORY,
    {
      task: 4,
      points: 2,
      hint: 'Which data does each of the three lists look at, and at which moment is the first entry made?',
    },
    async () => {
      const { history, start, bestEpoch, model } = await run();
      expect(history.trainLoss[0], 'the first entry of trainLoss').toBeCloseTo(start.training.loss, 3);
      expect(history.validationLoss[0], 'the first entry of validationLoss').toBeCloseTo(
        start.validation.loss,
        3,
      );
      const { validation } = drawn();
      const end = await scoreOf(model, validation);
      const nearest = Math.min(...history.validationLoss.map((loss) => Math.abs(loss - end.loss)));
      expect(
        nearest,
        'how far the loss of the network is from the nearest entry of validationLoss',
      ).toBeLessThanOrEqual(1e-3);
      const accuracies = history.validationLoss.flatMap((loss, epoch) =>
        Math.abs(loss - end.loss) <= 1e-3 ? [history.validationAccuracy[epoch]!] : [],
      );
      const apart = Math.min(...accuracies.map((accuracy) => Math.abs(accuracy - end.accuracy)));
      expect(apart, 'how far its accuracy is from that entry of validationAccuracy').toBeLessThanOrEqual(
        1e-3,
      );
      expect(history.validationLoss[bestEpoch], 'validationLoss at bestEpoch').toBe(
        Math.min(...history.validationLoss),
      );
      // With one batch an epoch, what an epoch returns is the loss before its only step.
      const { training } = drawn();
      const fresh = await student.buildNetwork(5);
      const { history: short } = await student.fit(fresh, training, validation, {
        batchSize: 60,
        epochs: 1,
        learningRate: 0.03,
        seed: 5,
      });
      expect(short.trainLoss[1], 'trainLoss after an epoch of one step').toBeCloseTo(short.trainLoss[0]!, 3);
    },
  );

  // 40 seeds (wasm): the loss after the last epoch is above the lowest by 0.50, standard deviation 0.24, at least 0.08.
  check(
    'ends with the best weights',
    {
      task: 4,
      points: 3,
      hint: 'After the last epoch the network is worse again. What did you keep of the best one: its weights, or what became of them?',
    },
    async () => {
      const { history, model } = await run();
      const { loss } = await scoreOf(model, drawn().validation);
      expect(loss, 'the validation loss of the network in the end').toBeCloseTo(
        Math.min(...history.validationLoss),
        3,
      );
    },
  );

  check(
    'the same seed, the same history',
    { task: 4, points: 1, hint: 'Where does the order of the examples come from?' },
    async () => {
      const random = stream('again');
      const [training, validation] = [drawExamples(random, 30), drawExamples(random, 20)];
      const [start, first, second] = [1, 2, 3].map(() => drawSeed(random));
      const trainWith = async (seed: number) => {
        const model = await student.buildNetwork(start);
        return student.fit(model, training, validation, {
          batchSize: 8,
          epochs: 2,
          learningRate: 0.03,
          seed,
        });
      };
      await expect(() => trainWith(first!), 'two epochs with one seed').toBeDeterministic();
      expect(await trainWith(second! + 1000), 'two epochs with another seed').not.toEqual(
        await trainWith(first!),
      );
    },
  );

  check(
    'a learning rate of 0 changes nothing',
    {
      task: 4,
      points: 1,
      hint: 'Which learning rate does the optimizer get, and which epoch is the best of equal ones?',
    },
    async () => {
      const random = stream('still');
      const [training, validation] = [drawExamples(random, 30), drawExamples(random, 20)];
      const model = await student.buildNetwork(drawSeed(random));
      const options = { epochs: 2, batchSize: 8, learningRate: 0, seed: drawSeed(random) };
      const { history, bestEpoch } = await student.fit(model, training, validation, options);
      for (const [name, values] of Object.entries(history)) {
        values.forEach((value, epoch) => {
          expect(value, `history.${name}[${epoch}]`).toBeCloseTo(values[0]!, 3);
        });
      }
      expect(bestEpoch, 'the best of equal epochs').toBe(0);
    },
  );

  // 40 seeds (wasm): mean 0.848, standard deviation 0.020, at least 0.802.
  check(
    'right on examples never seen',
    {
      task: 4,
      points: 2,
      partial: [
        [0.6, 1],
        [0.75, 2],
      ],
      hint: 'Does training see all examples, and the validation data none of the training?',
    },
    async () => {
      const { model } = await run();
      return (await scoreOf(model, drawExamples(stream('unseen'), 1000))).accuracy;
    },
  );

  check(
    'a fit leaves no tensor behind',
    { task: 4, points: 1, hint: 'What did you keep on the way, and what does the optimizer keep?' },
    async () => {
      const random = stream('tidy fit');
      const model = await student.buildNetwork(drawSeed(random));
      const [training, validation] = [drawExamples(random, 10), drawExamples(random, 10)];
      const options = { epochs: 2, batchSize: 5, learningRate: 0.01, seed: 1 };
      const left = await tensorsLeftBy(() => student.fit(model, training, validation, options));
      expect(left, 'the tensors left behind by a fit').toBe(0);
    },
  );

  check(
    'the loss of the batch is true',
    { task: 5, points: 2, hint: 'Which mode is the network in when you look at it in the end?' },
    async () => {
      const random = stream('batch');
      const model = await student.buildNetwork(drawSeed(random), { dropout: 0.5 });
      const batch = drawExamples(random, 12);
      const found = await student.overfitOneBatch(model, batch, { steps: 12, learningRate: 0.03 });
      expect(found, 'the loss that overfitOneBatch returns').toBeCloseTo(
        (await scoreOf(model, batch)).loss,
        3,
      );
    },
  );
});
