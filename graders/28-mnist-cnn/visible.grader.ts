import { createStream, exercise, expect, tensorValue } from 'descent/grading';
import { drawDigits, SIDE } from './digits.ts';
import { exports } from './exports.ts';
import { askNetwork, crossEntropyOf } from './judge.ts';
import { imagesOf, known } from './known.ts';

const CNN = 'ten probabilities for each image';
const LOSSES = 'a network that stands still';

/** Ten zeros, but for one entry. */
const only = (place: number, value: number) =>
  Array.from({ length: 10 }, (_, k) => (k === place ? value : 0));

exercise('28-mnist-cnn', exports, ({ check, student, submission }) => {
  check(
    'three white pixels',
    { task: 1, points: 2, hint: 'Row after row: which pixel does byte 30 belong to? What is white?' },
    async () => {
      const bytes = new Uint8Array(2 * SIDE * SIDE);
      // Image 0: row 1, column 2, and its last pixel. Image 1: row 0, column 5.
      bytes[30] = 255;
      bytes[783] = 51;
      bytes[784 + 5] = 102;
      const images = await student.toImages(bytes);
      expect(images, 'what toImages returns for 1,568 bytes').toHaveShape([2, 28, 28, 1]);
      expect(images.data[SIDE + 2], 'image 0, row 1, column 2').toBeCloseTo(1, 5);
      expect(images.data[783], 'image 0, row 27, column 27').toBeCloseTo(0.2, 5);
      expect(images.data[784 + 5], 'image 1, row 0, column 5').toBeCloseTo(0.4, 5);
      const sum = Array.from(images.data).reduce((total, value) => total + value, 0);
      expect(sum, 'the sum over all pixels').toBeCloseTo(1.6, 4);
    },
  );

  check(
    'a 3 and a 0 as ten numbers each',
    { task: 1, points: 1, hint: 'Where does the only 1 stand?' },
    async () => {
      const rows = await student.oneHot([3, 0]);
      expect(rows, 'what oneHot returns').toBeCloseToTensor([only(3, 1), only(0, 1)]);
    },
  );

  check(
    CNN,
    { task: 2, points: 2, hint: 'What is the shape of one input, and what makes ten numbers sum to 1?' },
    async () => {
      const [digits] = await drawDigits(createStream(28).derive('some'), [3]);
      for (const build of ['buildCnn', 'buildMlp'] as const) {
        const rows = await askNetwork(await student[build](1), digits!.images, 3);
        for (const row of rows) {
          expect(Math.min(...row), `${build}: the least probability`).toBeGreaterThanOrEqual(0);
          const sum = row.reduce((total, probability) => total + probability, 0);
          expect(sum, `${build}: the sum of ten probabilities`).toBeCloseTo(1, 4);
        }
      }
    },
  );

  check(
    'shapes from layer to layer',
    { task: 2, points: 1, hint: 'What does TensorFlow.js call the shape that a layer gives?' },
    async () => {
      const model = await known(submission, 'windows', tensorValue(new Float32Array(24), [2, 3, 1, 4]));
      expect(await student.shapes(model), 'the shapes in a network for images of 9 × 12').toEqual([
        [8, 10, 4],
        [4, 5, 4],
        [4, 5, 5],
        [100],
        [3],
      ]);
    },
  );

  check(
    LOSSES,
    {
      task: 3,
      points: 3,
      hint: 'With a learning rate of 0 nothing changes. 33 digits are a batch of 32 and one of 1: does every digit count alike?',
    },
    async () => {
      // 22 digits of which it knows nothing, each with the loss ln 10; 11 which it gives ½, each with the loss ln 2.
      const labels = Array.from({ length: 33 }, (_, row) => row % 10);
      const logits = labels.map((label, row) => only(label, row % 3 === 0 ? Math.log(9) : 0));
      const model = await known(submission, 'reader');
      const options = { epochs: 2, seed: 4, learningRate: 0 };
      const losses = await student.train(model, imagesOf(logits, labels), options);
      expect(losses, 'the losses of two epochs').toHaveLength(2);
      losses.forEach((loss, epoch) => {
        expect(loss, `the loss of epoch ${epoch + 1}`).toBeCloseTo(1.7661, 3);
      });
    },
  );

  check(
    'half the loss of guessing after one epoch',
    {
      task: 3,
      points: 3,
      after: [CNN, LOSSES],
      timeout: 90,
      hint: 'Who guesses has a loss of ln 10 = 2.30. Does every batch change the network? Does each image keep its label?',
    },
    async () => {
      const [training, others] = await drawDigits(createStream(28).derive('visible'), [1000, 500]);
      const model = await student.buildCnn(3);
      await student.train(model, training, { epochs: 1, seed: 3 });
      const loss = crossEntropyOf(await askNetwork(model, others!.images, 500), others!.labels);
      // 20 seeds of the solution, other digits with each (wasm): mean 0.43, standard deviation 0.07, at most 0.57.
      expect(loss, 'the loss for 500 other digits').toBeLessThanOrEqual(1.15);
    },
  );

  // Named 7 with ½ and 0.9, 2 with 0.75, and rightly 4 with 0.9.
  const four = {
    logits: [only(7, Math.log(9)), only(7, Math.log(81)), only(4, Math.log(81)), only(2, Math.log(27))],
    labels: [1, 9, 4, 3],
  };

  check(
    'one of four is right',
    {
      task: 4,
      points: 1,
      hint: 'Which of the ten is the answer, and by what is the number of right ones divided?',
    },
    async () => {
      const found = await student.accuracy(
        await known(submission, 'reader'),
        imagesOf(four.logits, four.labels),
      );
      expect(found, 'the accuracy').toBeCloseTo(0.25, 5);
    },
  );

  check(
    'the two worst of three mistakes',
    { task: 4, points: 2, hint: 'Which mistakes is it most certain of? The index is that among all digits.' },
    async () => {
      const digits = imagesOf(four.logits, four.labels);
      const worst = await student.worstMistakes(await known(submission, 'reader'), digits, 2);
      expect(worst, 'what worstMistakes returns').toHaveLength(2);
      const [first, second] = worst;
      expect([first!.index, first!.truth, first!.named], 'index, truth and name of the worst').toEqual([
        1, 9, 7,
      ]);
      expect(first!.probability, 'its probability').toBeCloseTo(0.9, 4);
      expect([second!.index, second!.truth, second!.named], 'index, truth and name of the second').toEqual([
        3, 3, 2,
      ]);
      expect(second!.probability, 'its probability').toBeCloseTo(0.75, 4);
    },
  );

  check(
    'two windows of 2 × 3',
    {
      task: 5,
      points: 2,
      hint: 'The last axis of the kernel counts the filters. Which axis do you want first?',
    },
    async () => {
      // Filter 0 has 1 to 6, filter 1 ten times as much.
      const kernel = [1, 2, 3, 4, 5, 6].flatMap((weight) => [weight, 10 * weight]);
      const model = await known(submission, 'windows', tensorValue(kernel, [2, 3, 1, 2]));
      expect(await student.firstFilters(model), 'what firstFilters returns').toEqual([
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [10, 20, 30],
          [40, 50, 60],
        ],
      ]);
    },
  );
});
