import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import type { Net } from './network.ts';

/** A network that can be told from others by one number. */
const numbered = (number: number): Net => ({
  hidden: { w: [[number]], b: [0] },
  output: { w: [[0]], b: [0] },
});

/** Shows losses to early stopping, and compares what it says. */
export function checkStopping({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'improvements that are too small',
    {
      task: 4,
      points: 2,
      hint: 'A loss that is lower, but by no more than minDelta, is not better: neither does the waiting begin anew, nor is anything replaced.',
    },
    async () => {
      const stopper = await student.EarlyStopping({ patience: 3, minDelta: 0.1, restore: true });
      const losses = [1, 0.95, 0.92, 0.85, 0.8, 0.78, 0.77];
      const said = [];
      for (const [index, value] of losses.entries()) said.push(await stopper.update(value, numbered(index)));
      expect(said, `the answers to ${losses.join(', ')}`).toEqual([0, 0, 0, 0, 0, 0, 1].map(Boolean));
      expect((await stopper.result(numbered(6))).hidden.w[0]![0], 'the epoch of the kept network').toBe(3);
    },
  );

  check(
    'any course of losses',
    {
      task: 4,
      points: 3,
      hint: 'A loss may be NaN, even the first one: it is waited for something better. What is kept if nothing ever was?',
    },
    async () => {
      const random = stream('courses');
      for (let trial = 0; trial < 6; trial++) {
        const [patience, minDelta] = [1 + random.integer(4), trial % 2 === 0 ? 0 : 0.1 * random.uniform()];
        const restore = trial < 4;
        const stopper = await student.EarlyStopping({ patience, minDelta, restore });
        let [best, kept, waited, epoch] = [Infinity, -1, 0, 0];
        const seen: string[] = [];
        for (; waited < patience && epoch < 12; epoch++) {
          const isLost = trial === 5 || (trial === 1 && epoch === 0) || random.uniform() < 0.15;
          const loss = isLost ? NaN : 2 - 0.1 * epoch + 0.4 * random.normal();
          const isBetter = best - loss > minDelta;
          if (isBetter) [best, kept] = [loss, epoch];
          waited = isBetter ? 0 : waited + 1;
          seen.push(loss.toFixed(2));
          const name = `whether to stop after ${seen.join(', ')} with patience ${patience} and minDelta ${minDelta.toFixed(2)}`;
          expect(await stopper.update(loss, numbered(epoch)), name).toBe(waited >= patience);
        }
        expect(await stopper.handle.get('bestEpoch'), `bestEpoch of ${seen.join(', ')}`).toBe(kept);
        const { hidden } = await stopper.result(numbered(99));
        const expected = restore && kept >= 0 ? kept : 99;
        expect(hidden.w[0]![0], `the epoch of the kept network (99 is the last) of ${seen.join(', ')}`).toBe(
          expected,
        );
      }
    },
  );
}
