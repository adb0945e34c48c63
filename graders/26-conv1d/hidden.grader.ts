import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import {
  countPlaces,
  drawJump,
  drawNumbers,
  drawRows,
  drawSettings,
  from,
  layerOf,
  responsesOf,
} from './signals.ts';
import * as tensorflow from './tensorflow.ts';

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

exercise('26-conv1d', exports, ({ check, student, stream }) => {
  check(
    'places of any window',
    {
      task: 1,
      points: 2,
      hint: 'Does it hold with all settings at once? And what if the window is longer than the signal?',
    },
    async () => {
      const random = stream('places');
      for (let trial = 0; trial < 12; trial++) {
        const [length, size, settings] = [from(random, 9, 40), from(random, 1, 5), drawSettings(random)];
        const found = await student.outLen(length, size, settings);
        expect(found, `outLen(${length}, ${size}, …)`).toBe(countPlaces(length, size, settings));
      }
      expect(await student.outLen(4, 7), 'outLen(4, 7), where the window does not fit,').toBe(0);
    },
  );

  check(
    'the numbers of TensorFlow.js',
    {
      task: 2,
      points: 1,
      hint: 'Libraries for networks do not turn the kernel around, and put zeros at both ends. Do you?',
    },
    async () => {
      const { signal, kernel, cases } = tensorflow.ONE_CHANNEL;
      for (const { settings, responses } of cases) {
        const found = await student.conv1d(signal, kernel, settings);
        expect(found, 'the responses').toBeCloseToTensor(responses);
      }
    },
  );

  check(
    'any signal, any window',
    {
      task: 2,
      points: 2,
      hint: 'Stride, padding and dilation may all be given at once, and the kernel may have one weight or many.',
    },
    async () => {
      const random = stream('windows');
      const all = { stride: 2, padding: 2, dilation: 3 };
      for (const settings of [all, ...Array.from({ length: 6 }, () => drawSettings(random))]) {
        const signal = drawNumbers(random, from(random, 14, 40));
        const kernel = drawNumbers(random, from(random, 1, 5));
        const found = await student.conv1d(signal, kernel, settings);
        expect(found, 'the responses').toBeCloseToTensor(responsesOf(signal, kernel, settings));
      }
    },
  );

  check(
    'linear in the signal',
    {
      task: 2,
      points: 1,
      hint: 'Sums of products are linear: twice the signal, twice the response; two signals together, both responses together.',
    },
    async () => {
      const random = stream('linear');
      const kernel = drawNumbers(random, 4);
      const [one, other] = [drawNumbers(random, 30), drawNumbers(random, 30)];
      const [a, b] = [3 * random.normal(), -2];
      const respond = (signal: readonly number[]) => student.conv1d(signal, kernel, { stride: 2 });
      const mixed = await respond(one.map((value, i) => a * value + b * other[i]!));
      const [left, right] = [await respond(one), await respond(other)];
      expect(mixed, 'the response to a mixture of two signals').toBeCloseToTensor(
        left.map((value, i) => a * value + b * right[i]!),
        { absolute: 1e-4 },
      );
    },
  );

  check(
    'moves with its input',
    {
      task: 2,
      points: 1,
      hint: 'Put five more samples before a signal. Where is the response that was the first one now, and how large is it?',
    },
    async () => {
      const random = stream('moves');
      const kernel = drawNumbers(random, 3);
      const long = drawNumbers(random, 46);
      for (const stride of [1, 3]) {
        const places = from(random, 2, 5);
        const before = await student.conv1d(long.slice(stride * places), kernel, { stride });
        const after = await student.conv1d(long, kernel, { stride });
        expect(
          after.slice(places),
          `the responses with stride ${stride}, after ${stride * places} more samples,`,
        ).toBeCloseToTensor(before);
      }
    },
  );

  check(
    'means of any size',
    { task: 3, points: 1, hint: 'Does it use the size that was given?' },
    async () => {
      const random = stream('means');
      for (const size of [1, from(random, 4, 6), from(random, 7, 12)]) {
        const signal = drawNumbers(random, from(random, 20, 30));
        const found = await student.movingAverage(signal, size);
        const count = signal.length - size + 1;
        expect(found, `the means of ${size}`).toBeCloseToTensor(
          Array.from({ length: count }, (_, i) => meanOf(signal.slice(i, i + size))),
        );
      }
    },
  );

  check(
    'jumps up and down',
    {
      task: 3,
      points: 2,
      hint: 'All samples on both sides count, not only the outer ones. And a fall is a jump, too.',
    },
    async () => {
      const random = stream('edges');
      for (const width of [1, from(random, 2, 4), from(random, 5, 7)]) {
        const signal = drawNumbers(random, 30);
        const found = await student.edges(signal, width);
        const expected = Array.from({ length: 31 - 2 * width }, (_, i) => {
          const middle = i + width;
          return meanOf(signal.slice(middle, middle + width)) - meanOf(signal.slice(i, middle));
        });
        expect(found, `the responses of width ${width}`).toBeCloseToTensor(expected);
      }
      for (const height of [4, -5]) {
        const { x, at } = drawJump(random, 40, height, 0);
        // A smaller jump the other way comes later.
        const signal = x.map((value, i) => (i < 36 ? value : value / 2));
        const found = await student.strongestEdge(signal, 3);
        expect(found.at, '"at" of the higher of two jumps').toBe(at);
        expect(found.height, '"height" of the higher of two jumps').toBeCloseTo(height, 4);
      }
    },
  );

  // Jumps of 1 in noise of 0.5 that are found within 3 samples, of 40, on 200 seeds of the solution: mean 0.934, standard deviation
  // 0.038, worst 0.85. With a width of 3: mean 0.53, best 0.73; of 1, single differences: mean 0.14, best 0.33.
  check(
    'a jump in noise',
    {
      task: 3,
      points: 2,
      partial: [
        [0.5, 1],
        [0.75, 2],
      ],
      hint: 'Noise is smaller in a mean of many samples. Is the width that was given used to look for the jump?',
    },
    async () => {
      const random = stream('noise');
      let hits = 0;
      for (let trial = 0; trial < 40; trial++) {
        const sign = trial % 2 === 0 ? 1 : -1;
        const { x, at } = drawJump(random, 100, sign, 0.5);
        const found = await student.strongestEdge(x, 12);
        if (Math.abs(found.at - at) <= 3 && Math.sign(found.height) === sign) hits++;
      }
      return hits / 40;
    },
  );

  check(
    'layers of TensorFlow.js',
    {
      task: 4,
      points: 2,
      hint: 'The kernel is [size, channels, filters], as in TensorFlow.js. Where there is padding all channels are 0.',
    },
    async () => {
      const { signal, kernel, bias, cases } = tensorflow.TWO_CHANNELS;
      for (const { settings, responses } of cases) {
        const found = await student.conv1dLayer(signal, kernel, bias, settings);
        expect(found, 'the responses').toBeCloseToTensor(responses);
      }
    },
  );

  check(
    'any layer',
    {
      task: 4,
      points: 2,
      hint: 'Channels, filters and the size of the window are three different numbers. All settings of task 2 hold here, too.',
    },
    async () => {
      const random = stream('layers');
      const all = { stride: 2, padding: 2, dilation: 3 };
      for (const settings of [all, drawSettings(random), drawSettings(random)]) {
        const [channels, filters] = [from(random, 1, 3), from(random, 4, 6)];
        const kernel = Array.from({ length: from(random, 2, 4) }, () => drawRows(random, channels, filters));
        const signal = drawRows(random, from(random, 15, 25), channels);
        const bias = drawNumbers(random, filters);
        const found = await student.conv1dLayer(signal, kernel, bias, settings);
        expect(found, 'the responses').toBeCloseToTensor(layerOf(signal, kernel, bias, settings));
      }
    },
  );

  check(
    'the same weights for any length',
    {
      task: 4,
      points: 1,
      hint: 'A response knows nothing of the signal outside its window, not even how long it is.',
    },
    async () => {
      const random = stream('lengths');
      const kernel = Array.from({ length: 3 }, () => drawRows(random, 2, 4));
      const bias = drawNumbers(random, 4);
      const signal = drawRows(random, 60, 2);
      const long = await student.conv1dLayer(signal, kernel, bias);
      for (const length of [3, from(random, 4, 30)]) {
        const short = await student.conv1dLayer(signal.slice(0, length), kernel, bias);
        expect(short, `the responses to the first ${length} samples`).toBeCloseToTensor(
          long.slice(0, length - 2),
        );
      }
    },
  );
});
