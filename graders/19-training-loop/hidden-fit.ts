import { expect, type CheckContext } from 'descent/grading';
import { drawExamples, drawSeed } from './examples.ts';
import type { exports } from './exports.ts';
import { scoreOf, tensorsLeftBy } from './judge.ts';

/** Looks at whole trainings. */
export function checkFit({ check, student, submission, stream, once }: CheckContext<typeof exports>): void {
  const drawn = () => ({
    training: drawExamples(stream('training'), 60),
    validation: drawExamples(stream('validation'), 100),
  });
  /** A training: the long one is looked at by several checks. */
  const run = once(async (epochs: number) => {
    const { training, validation } = drawn();
    const seed = drawSeed(stream('seed'));
    const model = await student.buildNetwork(seed);
    const start = { training: await scoreOf(model, training), validation: await scoreOf(model, validation) };
    const options = { epochs, batchSize: 20, learningRate: 0.03, seed };
    return { ...(await student.fit(model, training, validation, options)), model, start };
  });

  check(
    'a history that is true',
    {
      task: 4,
      points: 2,
      hint: 'Which data does each of the three lists look at, and at which moment is the first entry made?',
    },
    async () => {
      const { history, start, bestEpoch, model } = await run(5);
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
      const { history, model } = await run(40);
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
      const { model } = await run(40);
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
      const left = await tensorsLeftBy(submission, () => student.fit(model, training, validation, options));
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
}
