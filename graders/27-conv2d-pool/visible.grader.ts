import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** Rows of brightnesses as an image of one channel. */
const oneChannel = (gray: readonly (readonly number[])[]) => gray.map((line) => line.map((value) => [value]));

/** The example of the lesson. */
const image = oneChannel([
  [1, 2, 0, 1],
  [3, 1, 2, 0],
  [0, 1, 4, 2],
]);
const kernel = [
  [[[1]], [[2]]],
  [[[0]], [[-1]]],
];

/** An image to pool: its second channel is 7 everywhere. */
const patches = [
  [1, 3, -2, -1],
  [2, 0, -4, -3],
  [5, 1, 0, 2],
  [1, 1, 6, 0],
].map((line) => line.map((value) => [value, 7]));

exercise('27-conv2d-pool', exports, ({ check, student }) => {
  check(
    'a window slides over an image',
    {
      task: 1,
      points: 2,
      hint: 'The first response is 1·1 + 2·2 + 0·3 − 1·1. The kernel lies on the image as it is written, neither turned around nor on its side.',
    },
    async () => {
      const responses = await student.conv2d(image, kernel, [0]);
      expect(responses, 'the responses').toHaveShape([2, 3, 1]);
      expect(responses, 'the responses').toBeCloseToTensor(
        oneChannel([
          [4, 0, 2],
          [4, 1, 0],
        ]),
      );
    },
  );

  check(
    'channels and biases',
    {
      task: 1,
      points: 2,
      hint: 'It is the signal of exercise 26 as an image one pixel high. Each filter adds up all channels, and its bias once.',
    },
    async () => {
      const signal = [
        [
          [1, 0],
          [2, 1],
          [4, -1],
        ],
      ];
      const weights = [
        [
          [
            [1, 0],
            [2, -1],
          ],
          [
            [-1, 3],
            [0, 1],
          ],
        ],
      ];
      const responses = await student.conv2d(signal, weights, [10, 20]);
      expect(responses, 'the responses').toBeCloseToTensor([
        [
          [9, 27],
          [10, 30],
        ],
      ]);
    },
  );

  check(
    'a frame of zeros, and larger steps',
    {
      task: 1,
      points: 1,
      hint: 'Padding 1 puts zeros on all four sides. A stride of 2 moves the window by two pixels to the right, and by two pixels down.',
    },
    async () => {
      const responses = await student.conv2d(image, kernel, [0], { stride: 2, padding: 1 });
      expect(responses, 'the responses with stride 2 and padding 1').toBeCloseToTensor(
        oneChannel([
          [-1, 0, 0],
          [6, 1, 0],
        ]),
      );
    },
  );

  check(
    'a slope by hand',
    {
      task: 2,
      points: 2,
      hint: 'The image gets brighter by 2 with each pixel to the right, and by 1 with each pixel down. The weights on each side of a filter add up to 4, two pixels apart.',
    },
    async () => {
      const slope = [0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => 2 * column + row));
      const { x, y, strength } = await student.sobel(slope);
      expect(x, '"x" of an even slope').toBeCloseToTensor([[16, 16]]);
      expect(y, '"y" of an even slope').toBeCloseToTensor([[8, 8]]);
      expect(strength, '"strength" of an even slope').toBeCloseToTensor([[17.888544, 17.888544]]);
    },
  );

  check(
    'a bright corner',
    {
      task: 2,
      points: 1,
      hint: 'The arrow (1, 1) is as long as the diagonal of a square.',
    },
    async () => {
      const corner = [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 1],
      ];
      const { x, y, strength } = await student.sobel(corner);
      expect(x, '"x" beside a bright corner').toBeCloseToTensor([[1]]);
      expect(y, '"y" beside a bright corner').toBeCloseToTensor([[1]]);
      expect(strength, '"strength" beside a bright corner').toBeCloseToTensor([[1.414214]]);
    },
  );

  check(
    'pools of two',
    {
      task: 3,
      points: 2,
      hint: 'Four windows that do not overlap. What is the largest of four negative numbers? Each channel is pooled by itself.',
    },
    async () => {
      const withSeven = (gray: readonly (readonly number[])[]) =>
        gray.map((line) => line.map((value) => [value, 7]));
      expect(await student.maxPool(patches, 2), 'the largest of each window').toBeCloseToTensor(
        withSeven([
          [3, -1],
          [5, 6],
        ]),
      );
      expect(await student.averagePool(patches, 2), 'the mean of each window').toBeCloseToTensor(
        withSeven([
          [1.5, -2.5],
          [2, 2],
        ]),
      );
    },
  );

  check(
    'the mean of everything',
    { task: 3, points: 1, hint: 'One mean for each channel: 12 / 16, and 7.' },
    async () => {
      expect(await student.globalAverage(patches), 'the means').toBeCloseToTensor([0.75, 7]);
    },
  );

  check(
    'around the border',
    {
      task: 4,
      points: 1,
      hint: 'Down and to the right: what leaves at the bottom comes in at the top, what leaves on the right comes in on the left.',
    },
    async () => {
      const small = oneChannel([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      expect(await student.moved(small, 1, 1), 'moved(image, 1, 1)').toBeCloseToTensor(
        oneChannel([
          [6, 4, 5],
          [3, 1, 2],
        ]),
      );
    },
  );

  check(
    'a point somewhere else',
    {
      task: 4,
      points: 2,
      after: ['a window slides over an image', 'around the border'],
      hint: 'The response to a single point is the kernel, somewhere. After a move it is somewhere else, so which of the two differences is 0?',
    },
    async () => {
      const point = oneChannel(
        Array.from({ length: 8 }, (_, row) =>
          Array.from({ length: 8 }, (_, column) => (row === 2 && column === 2 ? 1 : 0)),
        ),
      );
      const { invariant, equivariant } = await student.shiftTest('conv', point, 4, 3);
      expect(invariant, '"invariant" of a convolution, the largest of its weights,').toBeCloseTo(2, 5);
      expect(equivariant, '"equivariant" of a convolution').toBeCloseTo(0, 5);
    },
  );
});
