import { exercise, expect, type Stream } from 'descent/grading';
import { drawDigits, rightShareOf } from './digits.ts';
import { exports } from './exports.ts';
import { shapesOf, sizesOf, type Drawn } from './weights.ts';

const from = (stream: Stream, lowest: number, highest: number) =>
  lowest + stream.integer(highest - lowest + 1);

function drawConv(stream: Stream): Drawn {
  return {
    type: 'conv2d',
    filters: from(stream, 2, 12),
    kernel: [from(stream, 1, 3), from(stream, 4, 5)],
    padding: stream.uniform() < 0.5 ? 'same' : 'valid',
  };
}

/** A network for images in which every type of layer occurs. */
function drawNetwork(stream: Stream, head: 'flatten' | 'globalAveragePooling2d'): Drawn[] {
  return [
    drawConv(stream),
    { type: 'batchNormalization' },
    { type: 'maxPooling2d', size: from(stream, 3, 4) },
    drawConv(stream),
    { type: head },
    { type: 'dropout' },
    { type: 'dense', units: from(stream, 2, 30) },
    { type: 'batchNormalization' },
    { type: 'dense', units: from(stream, 2, 10) },
  ];
}

const drawImage = (stream: Stream) => [from(stream, 25, 35), from(stream, 36, 48), from(stream, 1, 4)];

const OF_TENSORFLOW: readonly Drawn[] = [
  { type: 'conv2d', filters: 6, kernel: [3, 5], padding: 'valid' },
  { type: 'batchNormalization' },
  { type: 'maxPooling2d', size: 2 },
  { type: 'conv2d', filters: 9, kernel: [2, 3], padding: 'same' },
  { type: 'maxPooling2d', size: 3 },
  { type: 'flatten' },
  { type: 'dense', units: 7 },
];

const WIDTHS = [6, 64];
const drawSeed = (stream: Stream) => 1 + stream.integer(1000);

exercise('18-param-count', exports, ({ check, student, stream, once }) => {
  /** Digits to train on, to validate with, and some that the submission never gets. */
  const digits = once(() => drawDigits(stream('digits'), [500, 1000, 1000]));
  check(
    'dense layers of any size',
    { task: 1, points: 1, hint: 'Which of the two numbers gets the bias?' },
    async () => {
      const random = stream('dense');
      for (let trial = 0; trial < 3; trial++) {
        const [inputs, units] = [from(random, 2, 500), from(random, 501, 900)];
        const expected = sizesOf([inputs], [{ type: 'dense', units }]).trainable;
        expect(await student.denseParams(inputs, units), 'the parameters of a dense layer').toBe(expected);
        const examples = from(random, 100, 900);
        expect(await student.ratio(expected, examples), 'parameters for each example').toBeCloseTo(
          expected / examples,
          6,
        );
      }
    },
  );

  check(
    'convolutions and normalizations of any size',
    { task: 2, points: 2, hint: 'A window may be higher than wide. Does every channel count?' },
    async () => {
      const random = stream('windows');
      for (let trial = 0; trial < 3; trial++) {
        const [height, width, channels, filters] = [2, 7, 3, 20].map((low) => from(random, low, low + 4));
        const shapes = [height! * width! * channels! * filters!, filters!];
        const found = await student.conv2dParams([height, width], channels, filters);
        expect(found, 'the parameters of a convolution').toBe(shapes[0]! + shapes[1]!);
        const counted = await student.batchNormParams(filters);
        expect(counted.trainable, 'the trainable parameters of a normalization').toBe(2 * filters!);
        expect(counted.nonTrainable, 'the other parameters of a normalization').toBe(2 * filters!);
      }
    },
  );

  check(
    'shapes of any image',
    {
      task: 3,
      points: 3,
      hint: 'Images may be wider than high, and pooling may leave pixels over at the border.',
    },
    async () => {
      const random = stream('shapes');
      for (const head of ['flatten', 'globalAveragePooling2d'] as const) {
        const layers = drawNetwork(random, head);
        // Both kinds of padding, whatever is drawn.
        const both = (['same', 'valid'] as const).flatMap((padding) => [{ ...drawConv(random), padding }]);
        const all = [...(both as Drawn[]), ...layers];
        const image = drawImage(random);
        const expected = shapesOf(image, all);
        let shape: readonly number[] = image;
        for (const [index, layer] of all.entries()) {
          shape = await student.shapeAfter(layer, shape);
          expect(shape, `the shape after ${layer.type}`).toEqual(expected[index]);
        }
      }
    },
  );

  check(
    'networks of any kind',
    {
      task: 4,
      points: 2,
      hint: 'What does a dense layer see behind a flattened image, and what behind a mean?',
    },
    async () => {
      // What countParams of TensorFlow.js 4.22 says, trainable weights and others.
      const fixed = await student.countModel([15, 20, 3], OF_TENSORFLOW);
      expect(fixed.trainable, 'the trainable parameters of a network for 15 × 20 pixels').toBe(880);
      expect(fixed.nonTrainable, 'its other parameters').toBe(12);
      const random = stream('networks');
      for (const head of ['flatten', 'globalAveragePooling2d'] as const) {
        const layers = drawNetwork(random, head);
        const image = drawImage(random);
        const expected = sizesOf(image, layers);
        const found = await student.countModel(image, layers);
        expect(found.trainable, `the trainable parameters with "${head}"`).toBe(expected.trainable);
        expect(found.nonTrainable, `the other parameters with "${head}"`).toBe(expected.nonTrainable);
        expect(found.total, `the total with "${head}"`).toBe(expected.trainable + expected.nonTrainable);
      }
    },
  );

  check(
    'larger images',
    {
      task: 4,
      points: 1,
      hint: 'A convolution does not know how large the image is. Which layer does?',
    },
    async () => {
      const random = stream('larger');
      const image = drawImage(random);
      const large = [2 * image[0]!, 3 * image[1]!, image[2]!];
      const grows = async (head: 'flatten' | 'globalAveragePooling2d') => {
        const layers = drawNetwork(random, head);
        const [small, other] = [
          await student.countModel(image, layers),
          await student.countModel(large, layers),
        ];
        return other.total - small.total;
      };
      expect(await grows('globalAveragePooling2d'), 'what a larger image adds with a global mean').toBe(0);
      expect(await grows('flatten'), 'what a larger image adds with "flatten"').toBeGreaterThan(0);
    },
  );

  check(
    'accuracies and gaps that are true',
    {
      task: 5,
      points: 3,
      hint: 'Which digits does each accuracy come from, and which network? The gap is what is lost on digits not seen.',
    },
    async () => {
      const [training, validation] = await digits();
      const seed = drawSeed(stream('short study'));
      // What is true of two epochs is true of twenty.
      const found = await student.gapStudy(training, validation, WIDTHS, { epochs: 2, seed });
      expect(found, 'the rows of the study').toHaveLength(WIDTHS.length);
      for (const { width, trainAccuracy, validationAccuracy, gap, model } of found) {
        const own = await rightShareOf(model, training!);
        const other = await rightShareOf(model, validation!);
        expect(trainAccuracy, `trainAccuracy of width ${width}`).toBeCloseTo(own, 6);
        expect(validationAccuracy, `validationAccuracy of width ${width}`).toBeCloseTo(other, 6);
        expect(gap, `gap of width ${width}`).toBeCloseTo(own - other, 6);
      }
    },
  );

  // Right answers on 1,000 digits that the submission never gets, 20 seeds of the solution, other digits with each (wasm): mean 0.855,
  // standard deviation 0.009, worst 0.839. With one epoch only: mean 0.53, best 0.63. The most frequent digit has 0.11.
  check(
    'the wide network has learned',
    {
      task: 5,
      points: 2,
      partial: [
        [0.5, 1],
        [0.75, 2],
      ],
      hint: 'Is every network trained for all epochs that were asked for, on all training digits?',
    },
    async () => {
      const [training, validation, unseen] = await digits();
      const options = { epochs: 20, seed: drawSeed(stream('seed')) };
      const [row] = await student.gapStudy(training, validation, [64], options);
      return rightShareOf(row!.model, unseen!);
    },
  );

  // Validation labels are moved on by one here. 20 seeds of the solution (wasm): mean 0.819, standard deviation 0.014, worst 0.783.
  // Trained on both kinds of digits: mean 0.16, best 0.23; on the validation digits alone: at most 0.02.
  check(
    'validation digits are only looked at',
    { task: 5, points: 2, hint: 'Which digits may change a network?' },
    async () => {
      const [training, validation, unseen] = await digits();
      const moved = { ...validation!, labels: validation!.labels.map((label) => (label + 1) % 10) };
      const [row] = await student.gapStudy(training, moved, [32], { epochs: 10, seed: 5 });
      const share = await rightShareOf(row!.model, unseen!);
      expect(share, 'the share of right answers on digits of neither kind').toBeGreaterThanOrEqual(0.7);
    },
  );
});
