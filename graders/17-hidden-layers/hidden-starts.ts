import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { probabilitiesOf, rightShareOf } from './judge.ts';
import { drawSeeds } from './seeds.ts';

const XOR = {
  xs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  labels: [0, 1, 1, 0],
};
const TRUE_STARTS = 'solved means all four corners';

/** Trains networks of two and of eight hidden units on XOR, from many starts. */
export function checkStarts({ check, student, stream, once }: CheckContext<typeof exports>): void {
  const narrowStarts = once(() => student.xorStarts(2, 'relu', drawSeeds(stream('starts'), 10)));

  check(
    TRUE_STARTS,
    { task: 5, points: 2, hint: 'Three of four is what a line can do. Whose answers decide about "solved"?' },
    async () => {
      const starts = await narrowStarts();
      expect(starts, 'the starts from 10 seeds').toHaveLength(10);
      for (const { seed, solved, model } of starts) {
        const share = await rightShareOf(model, XOR);
        expect(solved, `"solved" of seed ${seed}, which has ${4 * share} of 4 corners right,`).toBe(
          share === 1,
        );
      }
    },
  );

  // 100 seeds (wasm): 17 solve it (and 47 with tanh). More than 6 of 10 would be a chance of 1 in 4,000.
  check(
    'two units often get stuck',
    {
      task: 5,
      points: 2,
      after: [TRUE_STARTS],
      hint: 'One training from each seed, with two hidden units; what comes of it is what counts.',
    },
    async () => {
      const starts = await narrowStarts();
      const solved = starts.filter((start) => start.solved).length / starts.length;
      expect(solved, 'the share of starts that solve XOR with 2 units of relu').toBeLessThanOrEqual(0.6);
      const said = await Promise.all(starts.slice(0, 3).map(({ model }) => probabilitiesOf(model, XOR.xs)));
      expect(said[0], 'what the network of the first seed says').not.toEqual(said[1]);
      expect(said[1], 'what the network of the second seed says').not.toEqual(said[2]);
    },
  );

  // 100 seeds (wasm): all solve it. With eight units of relu 90 do.
  check(
    'eight units find a way',
    {
      task: 5,
      points: 2,
      after: [TRUE_STARTS],
      hint: 'Is every network trained for all epochs of XOR_TRAINING, with its rate?',
    },
    async () => {
      const starts = await student.xorStarts(8, 'tanh', drawSeeds(stream('wide'), 10));
      const shares = await Promise.all(starts.map(({ model }) => rightShareOf(model, XOR)));
      const solved = shares.filter((share) => share === 1).length / 10;
      expect(solved, 'the share of starts that solve XOR with 8 units of tanh').toBeGreaterThanOrEqual(0.9);
    },
  );
}
