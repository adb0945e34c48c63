import { createStream, exercise, expect } from 'descent/grading';
import { drawDigits, rightShareOf } from './digits.ts';
import { exports } from './exports.ts';

const dense = (units: number) => ({ type: 'dense', units });
const conv = (filters: number, padding: string) => ({ type: 'conv2d', filters, kernel: [5, 5], padding });
const pool = { type: 'maxPooling2d', size: 2 };
const flatten = { type: 'flatten' };
const normalize = { type: 'batchNormalization' };

/** The small network for digits of the lesson. */
const SMALL_CNN = [conv(16, 'same'), pool, conv(4, 'same'), pool, flatten, dense(10)];

const WIDTHS = [4, 48];
const NETWORKS = 'networks of the lectures';

exercise('18-param-count', exports, ({ check, student, once }) => {
  // Everybody gets the same digits here; the hidden checks draw others.
  const digits = () => drawDigits(createStream(18).derive('visible'), [500, 300]);
  const study = async () => {
    const [training, validation] = await digits();
    return student.gapStudy(training, validation, WIDTHS, { epochs: 2, seed: 3 });
  };
  /** The one study that several checks look at. */
  const rows = once(study);

  check(
    'parameters of a dense layer',
    { task: 1, points: 1, hint: 'One weight for each pair of input and unit. And what else has every unit?' },
    async () => {
      expect(await student.denseParams(784, 128), 'the parameters from 784 to 128').toBe(100_480);
      expect(await student.denseParams(128, 10), 'the parameters from 128 to 10').toBe(1290);
    },
  );

  check(
    'parameters for each example',
    { task: 1, points: 1, hint: 'More than 1 means: more parameters than examples.' },
    async () => {
      expect(await student.ratio(101_770, 60_000), 'the ratio for MNIST').toBeCloseTo(1.696167, 5);
    },
  );

  check(
    'parameters of a convolution',
    {
      task: 2,
      points: 2,
      hint: 'How many numbers does one filter see at a time? How many biases has it?',
    },
    async () => {
      const found = await student.conv2dParams([5, 5], 3, 200);
      expect(found, 'the parameters of 200 filters of 5 by 5 on 3 channels').toBe(15_200);
    },
  );

  check(
    'parameters of a batch normalization',
    { task: 2, points: 1, hint: 'Scale and shift are learned; mean and variance only follow the data.' },
    async () => {
      const { trainable, nonTrainable } = await student.batchNormParams(16);
      expect(trainable, 'the trainable parameters of 16 channels').toBe(32);
      expect(nonTrainable, 'the other parameters of 16 channels').toBe(32);
    },
  );

  check(
    'shapes through a small network',
    {
      task: 3,
      points: 2,
      hint: 'Which layers change height and width, and which ones the number of channels?',
    },
    async () => {
      const shapes = [[28, 28, 16], [14, 14, 16], [14, 14, 4], [7, 7, 4], [196], [10]];
      let shape: readonly number[] = [28, 28, 1];
      for (const [index, layer] of SMALL_CNN.entries()) {
        shape = await student.shapeAfter(layer, shape);
        expect(shape, `the shape after layer ${index + 1}, ${layer.type},`).toEqual(shapes[index]);
      }
    },
  );

  check(
    'shapes without padding',
    {
      task: 3,
      points: 2,
      hint: 'In how many places does a window of 3 fit into 8 pixels? And a square of 2 into 7?',
    },
    async () => {
      const window = { type: 'conv2d', filters: 2, kernel: [3, 2], padding: 'valid' };
      expect(await student.shapeAfter(window, [8, 8, 1]), 'after a window of 3 by 2').toEqual([6, 7, 2]);
      expect(await student.shapeAfter(pool, [6, 7, 2]), 'after pooling by 2').toEqual([3, 3, 2]);
      const mean = { type: 'globalAveragePooling2d' };
      expect(await student.shapeAfter(mean, [3, 3, 2]), 'after global pooling').toEqual([2]);
      expect(await student.shapeAfter(normalize, [3, 3, 2]), 'after normalization').toEqual([3, 3, 2]);
    },
  );

  check(
    NETWORKS,
    { task: 4, points: 3, hint: 'Does each layer see the shape that the layer before it has left?' },
    async () => {
      const mnist = await student.countModel([784], [dense(128), dense(10)]);
      expect(mnist.total, 'the total of 784-128-10').toBe(101_770);
      const spectra = await student.countModel([20, 200], [flatten, dense(16), dense(8), dense(2)]);
      expect(spectra.total, 'the total of 4000-16-8-2').toBe(64_170);
      const small = await student.countModel([28, 28, 1], SMALL_CNN);
      expect(small.total, 'the total of the small convolutional network').toBe(3990);
    },
  );

  check(
    'what training does not change',
    {
      task: 4,
      points: 2,
      after: [NETWORKS],
      hint: 'Only one type of layer has numbers that are not trained.',
    },
    async () => {
      const layers = [dense(16), normalize, dense(16), normalize, { type: 'dropout' }, dense(3)];
      const { trainable, nonTrainable, total } = await student.countModel([5], layers);
      expect(trainable, 'the trainable parameters of 5-16-16-3 with normalization').toBe(483);
      expect(nonTrainable, 'its other parameters').toBe(64);
      expect(total, 'its total').toBe(547);
    },
  );

  check(
    'a row for each width',
    {
      task: 5,
      points: 3,
      after: ['parameters for each example', NETWORKS],
      hint: 'The network goes from 49 numbers through the hidden layer to 10. The ratio is about the training digits.',
    },
    async () => {
      const found = await rows();
      expect(found, `the rows for widths ${WIDTHS.join(' and ')}`).toHaveLength(WIDTHS.length);
      found.forEach(({ width, params, ratio }, index) => {
        const expected = [250, 2890][index]!;
        expect(width, `width of row ${index}`).toBe(WIDTHS[index]);
        expect(params, `params of width ${width}`).toBe(expected);
        expect(ratio, `ratio of width ${width}`).toBeCloseTo(expected / 500, 6);
      });
    },
  );

  check(
    'the share of right answers',
    {
      task: 5,
      points: 1,
      hint: 'The most probable of ten classes is the answer. Over how many digits is the share taken?',
    },
    async () => {
      const [training, validation] = await digits();
      const model = (await rows())[1]!.model;
      for (const [kind, known] of [
        ['training', training!],
        ['validation', validation!],
      ] as const) {
        const share = await rightShareOf(model, known);
        expect(await student.accuracy(model, known), `the accuracy on ${kind} digits`).toBeCloseTo(share, 6);
      }
    },
  );
});
