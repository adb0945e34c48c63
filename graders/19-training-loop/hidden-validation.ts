import { expect, tensorValue, type CheckContext } from 'descent/grading';
import { drawExamples, drawSeed } from './examples.ts';
import type { exports } from './exports.ts';
import { scoreOf, tensorsLeftBy, weightsOf } from './judge.ts';

const BOTH = { dropout: 0.5, normalize: true };

/** Looks at the loss, and at what only looks at a network. */
export function checkValidation({ check, student, submission, stream }: CheckContext<typeof exports>): void {
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
      const left = await tensorsLeftBy(submission, () => student.validate(model, data, 4));
      expect(left, 'the tensors left behind by a validation').toBe(0);
    },
  );
}
