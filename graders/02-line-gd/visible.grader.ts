import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';

/** The three points of the slides (decks 000 and 001). */
const slide = { xs: [1, 2, 3], ys: [2.1, 3.9, 6.2] };

/**
 * The loss of a line on them, computed here: what a submission says about its own loss proves nothing. It is written around
 * its lowest point, where it is 1/72.
 */
function lossOnSlide(m: number, c: number): number {
  const [dm, dc] = [m - 2.05, c + 1 / 30];
  return 1 / 72 + (14 / 3) * dm ** 2 + 4 * dm * dc + dc ** 2;
}

exercise('02-line-gd', exports, ({ check, student }) => {
  check(
    'heights of the line',
    { task: 1, points: 1, hint: 'What is m·x + c for each x, one after the other?' },
    async () => {
      const heights = await student.predict(2, 1, [0, 1, 5]);
      expect(heights, 'predict(2, 1, [0, 1, 5])').toHaveLength(3);
      expect(heights, 'predict(2, 1, [0, 1, 5])').toEqual([1, 3, 11]);
    },
  );

  check(
    'mse at the origin',
    {
      task: 2,
      points: 1,
      hint: 'The line is y = 0, so each error is the height of a point. Square each, add, and divide by how many there are.',
    },
    async () => {
      expect(await student.mse(0, 0, slide), 'the mse of the line y = 0').toBeCloseTo(19.353333, 4);
    },
  );

  check(
    'mse of a rising line',
    {
      task: 2,
      points: 2,
      hint: 'Look at the brackets: all of m·x + c is subtracted from y, so c is subtracted too.',
    },
    async () => {
      expect(await student.mse(2, 0.5, slide), 'the mse of the line y = 2x + 0.5').toBeCloseTo(0.203333, 5);
    },
  );

  check(
    'gradient at the origin',
    {
      task: 3,
      points: 3,
      hint: 'Where did you lose it: the sign of the error (height − y), the factor 2/n, or the factor x, which only dm has?',
    },
    async () => {
      const { dm, dc } = await student.grad(0, 0, slide);
      expect(dm, 'dm, the slope of the loss in m,').toBeCloseTo(-19, 4);
      expect(dc, 'dc, the slope of the loss in c,').toBeCloseTo(-8.133333, 4);
    },
  );

  check(
    'one step from the origin',
    { task: 4, points: 2, hint: 'Each parameter moves against its own derivative, lr times as far.' },
    async () => {
      const line = await student.step({ m: 0, c: 0 }, { dm: -19, dc: -8.133333 }, 0.05);
      expect(line.m, 'm after the step').toBeCloseTo(0.95, 5);
      expect(line.c, 'c after the step').toBeCloseTo(0.406667, 5);
    },
  );

  check(
    'the first two steps of the fit',
    {
      task: 5,
      points: 2,
      after: ['mse at the origin', 'gradient at the origin', 'one step from the origin'],
      hint: 'The history begins with the loss at m = 0, c = 0, before any step; both parameters then move at once.',
    },
    async () => {
      const { m, c, history } = await student.fit(slide, { lr: 0.05, steps: 2 });
      expect(history, 'the history of 2 steps').toHaveLength(3);
      expect(history[0], 'history[0], the loss before the first step,').toBeCloseTo(19.353333, 4);
      expect(history[1], 'history[1], the loss after the first step,').toBeCloseTo(3.918156, 4);
      expect(m, 'm after 2 steps').toBeCloseTo(1.375333, 5);
      expect(c, 'c after 2 steps').toBeCloseTo(0.582667, 5);
    },
  );

  // The floor is 0.0138889. A loss of at most 0.0139 has m within 0.01 of 2.05, and c within 0.01 of -0.0333.
  // The solution reaches 0.01388889 (wasm and cpu alike: it is plain arithmetic).
  check(
    'the loss after 2,000 steps',
    {
      task: 5,
      points: 3,
      after: ['the first two steps of the fit'],
      partial: [
        [1, 1],
        [0.02, 2],
        [0.0139, 3],
      ],
      hint: 'Are all the steps taken, each with a new gradient, at the line where you are now?',
    },
    async () => {
      const { m, c } = await student.fit(slide, { lr: 0.1, steps: 2000 });
      return lossOnSlide(m, c);
    },
  );

  check(
    'a learning rate that is too large',
    {
      task: 5,
      points: 1,
      after: ['the first two steps of the fit'],
      hint: 'Compare each new loss with the first one of the history. What tells you that it will not get better?',
    },
    async () => {
      const good = await student.fit(slide, { lr: 0.18, steps: 200 });
      expect(good.diverged, '"diverged" with lr 0.18, where the loss falls,').toBe(false);
      const bad = await student.fit(slide, { lr: 0.19, steps: 200 });
      expect(bad.diverged, '"diverged" with lr 0.19, where the loss grows,').toBe(true);
    },
  );
});
