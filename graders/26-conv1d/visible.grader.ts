import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The example of the lesson. */
const x = [1, 4, 2, 8, 5, 7];
const kernel = [2, 1, -1];

/** A signal that rises by 6 and falls by 3. */
const steps = [2, 2, 2, 8, 8, 8, 8, 5, 5];

exercise('26-conv1d', exports, ({ check, student }) => {
  check(
    'how many places',
    {
      task: 1,
      points: 2,
      hint: 'Draw seven squares and shift a strip of three along. Which of length, padding, stride and dilation changes the count, and how?',
    },
    async () => {
      expect(await student.outLen(7, 3), 'outLen(7, 3)').toBe(5);
      expect(await student.outLen(7, 3, { padding: 1 }), 'outLen(7, 3, { padding: 1 })').toBe(7);
      expect(await student.outLen(7, 3, { stride: 2 }), 'outLen(7, 3, { stride: 2 })').toBe(3);
      expect(await student.outLen(8, 3, { stride: 2 }), 'outLen(8, 3, { stride: 2 })').toBe(3);
      expect(await student.outLen(7, 3, { dilation: 2 }), 'outLen(7, 3, { dilation: 2 })').toBe(3);
    },
  );

  check(
    'a window slides',
    {
      task: 2,
      points: 3,
      hint: 'The first response is 2·1 + 1·4 − 1·2. The first weight belongs to the first number in the window: nothing is turned around.',
    },
    async () => {
      const responses = await student.conv1d(x, kernel);
      expect(responses, 'the responses').toHaveLength(4);
      expect(responses, 'the responses').toBeCloseToTensor([4, 2, 7, 14]);
    },
  );

  check(
    'zeros at both ends',
    {
      task: 2,
      points: 1,
      hint: 'With padding 1 there is one zero before the signal and one behind it. The signal that you were given stays as it is.',
    },
    async () => {
      const responses = await student.conv1d(x, kernel, { padding: 1 });
      expect(responses, 'the responses with padding 1').toBeCloseToTensor([-3, 4, 2, 7, 14, 17]);
    },
  );

  check(
    'steps and gaps',
    {
      task: 2,
      points: 1,
      hint: 'Stride is about the window: how far it moves. Dilation is about what lies in it: how far its numbers are apart.',
    },
    async () => {
      const strided = await student.conv1d(x, kernel, { stride: 2 });
      expect(strided, 'the responses with stride 2').toBeCloseToTensor([4, 7]);
      const dilated = await student.conv1d(x, kernel, { dilation: 2 });
      expect(dilated, 'the responses with dilation 2').toBeCloseToTensor([-1, 9]);
    },
  );

  check(
    'means of three',
    {
      task: 3,
      points: 1,
      hint: 'The first is the mean of 1, 4 and 2. Without padding there are two fewer than samples.',
    },
    async () => {
      const means = await student.movingAverage(x, 3);
      expect(means, 'the means').toBeCloseToTensor([2.333333, 4.666667, 5, 6.666667]);
    },
  );

  check(
    'a jump by hand',
    {
      task: 3,
      points: 2,
      hint: 'After minus before: a rise is positive. The window begins width samples before the jump that it looks at.',
    },
    async () => {
      const responses = await student.edges(steps, 2);
      expect(responses, 'the responses to the jumps').toBeCloseToTensor([3, 6, 3, 0, -1.5, -3]);
      const { at, height } = await student.strongestEdge(steps, 2);
      expect(at, '"at", the first sample after the jump,').toBe(3);
      expect(height, '"height" of the jump').toBeCloseTo(6, 4);
    },
  );

  check(
    'two channels and two filters',
    {
      task: 4,
      points: 3,
      hint: 'kernel[j][channel][filter]: which of the three belongs to the place in the window? Each filter adds up all channels, and its bias once.',
    },
    async () => {
      const signal = [
        [1, 0],
        [2, 1],
        [4, -1],
      ];
      const weights = [
        [
          [1, 0],
          [2, -1],
        ],
        [
          [-1, 3],
          [0, 1],
        ],
      ];
      const responses = await student.conv1dLayer(signal, weights, [10, 20]);
      expect(responses, 'the responses').toHaveShape([2, 2]);
      expect(responses, 'the responses').toBeCloseToTensor([
        [9, 27],
        [10, 30],
      ]);
    },
  );
});
