import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { givenLayers } from './given-layers.ts';
import {
  differenceOf,
  drawBrightPoints,
  drawImage,
  drawKernel,
  from,
  largestOf,
  meanOf,
  meansOf,
  pooled,
  responsesOf,
  rolled,
  turned,
  type Pixels,
} from './images.ts';
import { drawConvolution, gradientsOf, symmetricKernel } from './kernels.ts';
import * as tensorflow from './tensorflow.ts';

exercise('27-conv2d-pool', exports, ({ check, student, stream }) => {
  check(
    'the numbers of TensorFlow.js',
    {
      task: 1,
      points: 1,
      hint: 'The axes are [height, width, channels] and [height, width, channels, filters], as in TensorFlow.js, and zeros stand on all sides.',
    },
    async () => {
      const { image, kernel, bias, convolutions } = tensorflow;
      for (const { options, responses } of convolutions) {
        const found = await student.conv2d(image, kernel, bias, options);
        expect(found, 'the responses').toBeCloseToTensor(responses);
      }
    },
  );

  check(
    'any image, any window',
    {
      task: 1,
      points: 2,
      hint: 'Images and windows may be wider than high. Channels, filters and both sides of the window are four different numbers.',
    },
    async () => {
      const random = stream('images');
      for (const stride of [1, 2, 3]) {
        const padding = stride - 1;
        const { image, weights, bias } = drawConvolution(random);
        const found = await student.conv2d(image, weights, bias, { stride, padding });
        expect(found, 'the responses').toBeCloseToTensor(
          responsesOf(image, weights, bias, { stride, padding }),
        );
      }
    },
  );

  check(
    'moves with the image',
    {
      task: 1,
      points: 1,
      hint: 'Put two more rows above an image, and three columns to its left. Where is the first response now, and how large is it?',
    },
    async () => {
      const random = stream('moves');
      const large = drawImage(random, 14, 15, 1);
      const kernel = drawKernel(random, [3, 3, 1, 2]);
      for (const stride of [1, 2]) {
        const [down, right] = [from(random, 1, 2), 3];
        const small = large.slice(stride * down).map((line) => line.slice(stride * right));
        const before = await student.conv2d(small, kernel, [0, 0], { stride });
        const after = await student.conv2d(large, kernel, [0, 0], { stride });
        expect(
          after.slice(down).map((line) => line.slice(right)),
          `the responses with stride ${stride}, ${down} places further down and ${right} further right,`,
        ).toBeCloseToTensor(before);
      }
    },
  );

  check(
    'turned by a quarter',
    {
      task: 1,
      points: 1,
      hint: 'If the image is turned, the response turns with it where the kernel looks the same from all four sides, and else not.',
    },
    async () => {
      const random = stream('turned');
      const image = drawImage(random, 8, 9, 1);
      const respond = (pixels: Pixels, kernel: readonly Pixels[]) => student.conv2d(pixels, kernel, [0]);
      const symmetric = symmetricKernel(random.normal(), random.normal(), random.normal());
      expect(
        await respond(turned(image), symmetric),
        'the response of a symmetric kernel to the turned image',
      ).toBeCloseToTensor(turned(await respond(image, symmetric)));
      const kernel = drawKernel(random, [3, 3, 1, 1]);
      const difference = differenceOf(
        await respond(turned(image), kernel),
        turned(await respond(image, kernel)),
      );
      expect(difference, 'how much a kernel without symmetry minds the turn').toBeGreaterThan(0.1);
    },
  );

  check(
    'gradients of any image',
    {
      task: 2,
      points: 3,
      hint: 'Look at a single bright pixel: which weights meet it as the window passes? And the arrow is as long as the root of both squares.',
    },
    async () => {
      const random = stream('gradients');
      const image = drawImage(random, from(random, 5, 8), from(random, 9, 12), 1);
      const found = await student.sobel(image.map((line) => line.flat()));
      const expected = gradientsOf(image);
      expect(found.x, '"x"').toBeCloseToTensor(expected.x);
      expect(found.y, '"y"').toBeCloseToTensor(expected.y);
      expect(found.strength, '"strength"').toBeCloseToTensor(expected.strength);
    },
  );

  check(
    'the pools of TensorFlow.js',
    { task: 3, points: 1, hint: 'Windows may overlap, where the stride is smaller than the size.' },
    async () => {
      const { image, pools } = tensorflow;
      for (const { kind, size, stride, numbers } of pools) {
        const found = await student[kind](image, size, stride);
        expect(found, `what ${kind} makes of windows of ${size} with stride ${stride}`).toBeCloseToTensor(
          numbers,
        );
      }
    },
  );

  check(
    'pools of any size',
    {
      task: 3,
      points: 2,
      hint: 'If the size does not divide the image, rows and columns are left over at the border. They fill no window.',
    },
    async () => {
      const random = stream('pools');
      const wide = () => drawImage(random, from(random, 7, 10), from(random, 11, 13), from(random, 2, 3));
      for (const settings of [[3], [4, 3], [from(random, 4, 5)]]) {
        const image = wide();
        const [size, stride = size] = settings as [number, number?];
        expect(await student.maxPool(image, ...settings), `maxima of ${size}`).toBeCloseToTensor(
          pooled(image, size, stride, largestOf),
        );
        expect(await student.averagePool(image, ...settings), `means of ${size}`).toBeCloseToTensor(
          pooled(image, size, stride, meanOf),
        );
      }
      const image = wide();
      expect(await student.globalAverage(image), 'the means of the channels').toBeCloseToTensor(
        meansOf(image),
      );
    },
  );

  check(
    'a pool tolerates one pixel',
    {
      task: 3,
      points: 1,
      hint: 'A bright pixel that moves within its window changes nothing; a maximum does not tell where in the window it is.',
    },
    async () => {
      const random = stream('tolerance');
      const image = drawBrightPoints(random);
      const before = await student.maxPool(image, 2);
      for (const right of [0, 1]) {
        const maxima = await student.maxPool(rolled(image, 1, right), 2);
        expect(maxima, `the maxima after 1 down and ${right} to the right`).toBeCloseToTensor(before);
      }
      const maxima = await student.maxPool(rolled(image, 0, 2), 2);
      expect(maxima, 'the maxima after two pixels to the right').toBeCloseToTensor(rolled(before, 0, 1));
    },
  );

  check(
    'moved by any distance',
    {
      task: 4,
      points: 1,
      hint: 'Distances may be negative, or larger than the image. What is −1 % 5 in JavaScript?',
    },
    async () => {
      const random = stream('distances');
      const image = drawImage(random, 5, 7, 2);
      const near = [from(random, 1, 4), -from(random, 1, 6)] as const;
      const far = [-from(random, 6, 9), from(random, 8, 12)] as const;
      for (const [down, right] of [near, far, [0, 0] as const]) {
        expect(
          await student.moved(image, down, right),
          `the image, moved by ${down} and ${right},`,
        ).toBeCloseToTensor(rolled(image, down, right));
      }
    },
  );

  check(
    'what moves and what stays',
    {
      task: 4,
      points: 3,
      hint: 'One response is compared with two others. A mean of everything has nowhere to move; a convolution moves with the image.',
    },
    async () => {
      const random = stream('symmetries');
      for (const layer of ['conv', 'globalAverage', 'maxPool'] as const) {
        const image = drawImage(random, 8, 10, 1);
        const [down, right] = [2 * from(random, 1, 3), -2 * from(random, 1, 4)];
        const respond = givenLayers[layer];
        const found = await student.shiftTest(layer, image, down, right);
        const invariant = differenceOf(respond(rolled(image, down, right)), respond(image));
        expect(found.invariant, `"invariant" of ${layer}`).toBeCloseTo(invariant, 4);
        expect(found.equivariant, `"equivariant" of ${layer}, moved by even distances,`).toBeCloseTo(0, 4);
      }
    },
  );

  check(
    'even and odd distances',
    {
      task: 4,
      points: 2,
      hint: 'With a stride of 2 the response has half as many rows: two pixels of the image are one of its places. One pixel is none.',
    },
    async () => {
      const random = stream('distances of layers');
      for (const layer of ['stridedConv', 'maxPool'] as const) {
        const image = drawImage(random, 8, 10, 1);
        const even = await student.shiftTest(layer, image, -4, 2);
        expect(even.equivariant, `"equivariant" of ${layer} after even distances`).toBeCloseTo(0, 4);
        const odd = await student.shiftTest(layer, image, 3, -5);
        const respond = givenLayers[layer];
        const difference = differenceOf(respond(rolled(image, 3, -5)), rolled(respond(image), 1, -3));
        expect(odd.equivariant, `"equivariant" of ${layer} after odd distances`).toBeCloseTo(difference, 4);
      }
    },
  );
});
