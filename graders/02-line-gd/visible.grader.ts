import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The three points of the slides (decks 000 and 001). */
const slide = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };

exercise('02-line-gd', exports, ({ check, student }) => {
  check('heights of the line', { task: 1, points: 2, hint: 'One height for each x.' }, async () => {
    expect(await student.predict(2, 1, [0, 1, 5]), 'predict').toEqual([1, 3, 11]);
  });

  check(
    'mse at the origin',
    { task: 2, points: 2, hint: 'Is the sum divided by the number of points?' },
    async () => {
      expect(await student.mse(0, 0, slide), 'the mse of the line y = 0').toBeCloseTo(19.3533, 4);
    },
  );
});
