import { createStream, exercise, expect } from 'descent/grading';
import { drawDigits, squareOf } from './digits.ts';
import { exports } from './exports.ts';
import { lossOf, namesOf, rightShareOf } from './judge.ts';

const NINE = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
].map((row) => row.map((value) => value / 10));
const LOSSES = 'a validation loss for each epoch';
const EPOCHS = 5;

exercise('29-augment-symmetry', exports, ({ check, student, once }) => {
  // Everybody gets the same digits here; the hidden checks draw others.
  const digits = once(() => drawDigits(createStream(29).derive('visible'), [300, 200]));
  const train = async () => {
    const model = await student.buildCnn(1);
    const [training, validation] = await digits();
    return { model, losses: await student.fit(model, training, validation, { epochs: EPOCHS, seed: 1 }) };
  };
  /** The one training that several checks look at. */
  const training = once(train);

  check(
    'nine pixels, moved',
    { task: 1, points: 2, hint: 'Which way is down? What comes in from outside?' },
    async () => {
      expect(await student.translate(NINE, 1, 0), 'an image, moved down by 1').toBeCloseToTensor([
        [0, 0, 0],
        [0.1, 0.2, 0.3],
        [0.4, 0.5, 0.6],
      ]);
      expect(
        await student.translate(NINE, -1, 2),
        'the same, moved up by 1 and right by 2',
      ).toBeCloseToTensor([
        [0, 0, 0.4],
        [0, 0, 0.7],
        [0, 0, 0],
      ]);
    },
  );

  check('brighter and darker', { task: 1, points: 1, hint: 'What is brighter than white?' }, async () => {
    const pair = [[0.2, 0.9]];
    expect(await student.brighten(pair, 0.3), 'two pixels, brighter by 0.3').toBeCloseToTensor([[0.5, 1]]);
    expect(await student.brighten(pair, -0.3), 'two pixels, darker by 0.3').toBeCloseToTensor([[0, 0.6]]);
  });

  check(
    'quarter turns',
    { task: 2, points: 2, hint: 'Counterclockwise: what was on the right is on top. Where is the middle?' },
    async () => {
      expect(await student.rotate(NINE, 0), 'an image, turned by 0°').toBeCloseToTensor(NINE);
      expect(await student.rotate(NINE, 90), 'the same, turned by 90°').toBeCloseToTensor([
        [0.3, 0.6, 0.9],
        [0.2, 0.5, 0.8],
        [0.1, 0.4, 0.7],
      ]);
    },
  );

  check(
    'a dot, turned by 30°',
    {
      task: 2,
      points: 2,
      hint: 'Do the example of the lesson by hand: which four pixels does a place lie between?',
    },
    async () => {
      const dot = squareOf(3, (row, column) => (row === 1 && column === 2 ? 1 : 0));
      const turned = await student.rotate(dot, 30);
      expect(turned[0]?.[2], 'the pixel at the top right').toBeCloseTo(0.4019, 3);
      expect(turned[1]?.[2], 'the pixel in the middle of the right side').toBeCloseTo(0.433, 3);
      expect(turned[2]?.[2], 'the pixel at the bottom right').toBeCloseTo(0, 3);
    },
  );

  check(
    'nothing to change',
    { task: 3, points: 1, hint: 'What is an amount that is not given?' },
    async () => {
      const eight = Array<number[][]>(8).fill(NINE);
      expect(await student.augmentBatch(eight, {}, 3), 'eight images, changed by nothing').toBeCloseToTensor(
        eight,
      );
    },
  );

  check(
    'a dot, moved by at most two pixels',
    {
      task: 3,
      points: 3,
      hint: 'Whole pixels, in all directions: down and right are two draws, and each image has its own.',
    },
    async () => {
      const dot = squareOf(9, (row, column) => (row === 4 && column === 4 ? 1 : 0));
      const images = await student.augmentBatch(Array<number[][]>(100).fill(dot), { shift: 2 }, 5);
      expect(images, 'what augmentBatch returns for 100 images').toHaveLength(100);
      const seen = new Set<string>();
      for (const image of images) {
        const place = image.flat().findIndex((value) => value > 0.99);
        const [down, right] = [Math.floor(place / 9) - 4, (place % 9) - 4];
        expect(place, 'the place of the dot').toBeGreaterThanOrEqual(0);
        expect(Math.max(Math.abs(down), Math.abs(right)), 'how far the dot is moved').toBeLessThanOrEqual(2);
        seen.add(`${down} ${right}`);
      }
      // 25 places; an even draw of 100 misses seven or more of them once in 10 million.
      expect(seen.size, 'how many of the 25 possible places occur').toBeGreaterThanOrEqual(18);
    },
  );

  check(
    LOSSES,
    { task: 4, points: 2, hint: 'Of which digits, and when? Does every digit count alike?' },
    async () => {
      const [, validation] = await digits();
      const { model, losses } = await training();
      expect(losses, `what fit returns after ${EPOCHS} epochs`).toHaveLength(EPOCHS);
      expect(losses.at(-1), 'the last loss').toBeCloseTo(await lossOf(model, validation!), 3);
    },
  );

  check(
    'the loss falls by half',
    {
      task: 4,
      points: 2,
      after: [LOSSES],
      hint: 'Does every batch change the network? Does each image keep its label?',
    },
    async () => {
      const [, validation] = await digits();
      const start = await lossOf(await student.buildCnn(1), validation!);
      const end = await lossOf((await training()).model, validation!);
      // 20 seeds of the solution, other digits with each (wasm): mean 0.24, standard deviation 0.04, at most 0.38.
      expect(end / start, 'the loss after training, as a share of the loss before,').toBeLessThanOrEqual(0.5);
    },
  );

  check(
    'the accuracy without any change',
    { task: 5, points: 1, hint: 'Turned by 0° is not turned: which share is named rightly?' },
    async () => {
      const [, validation] = await digits();
      const { model } = await training();
      const share = await rightShareOf(model, validation!);
      for (const change of ['rotate', 'shift']) {
        const found = await student.sensitivity(model, validation, change, [0, 0]);
        expect(found, `the accuracy after "${change}" by 0, twice`).toBeCloseToTensor([share, share]);
      }
    },
  );

  check(
    'the confusion of three digits',
    { task: 5, points: 1, hint: 'Is the row what it is, and the column what it is named?' },
    async () => {
      const [, validation] = await digits();
      const { model } = await training();
      const images = validation!.images.slice(0, 3);
      const named = await namesOf(model, images);
      // Labels that are surely wrong: the next digit.
      const labels = named.map((name) => (name + 1) % 10);
      const expected = squareOf(
        10,
        (row, column) => labels.filter((label, i) => label === row && named[i] === column).length,
      );
      expect(await student.confusion(model, { images, labels }), 'the confusion matrix').toEqual(expected);
    },
  );
});
