import { expect, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { couplingOf, drawRing, drawState, fastSlopes, simulate, slowSlopes } from './lorenz.ts';

/** Asks for the slopes of both scales, and for the truth from any state. */
export function checkTruth({ check, student, stream }: CheckContext<typeof exports>): void {
  check(
    'the slow tendency of any state',
    { task: 1, points: 2, hint: 'Four terms; three of them know their neighbors or what is taken.' },
    async () => {
      const random = stream('slow');
      const [X, U, forcing] = [drawRing(random), drawRing(random), 30 * random.uniform()];
      const expected = new Float64Array(8);
      slowSlopes(X, U, forcing, expected);
      expect(await student.slowTendency(X, U, forcing), 'the slow tendency').toBeCloseToTensor(
        Array.from(expected),
        { absolute: 1e-6 },
      );
    },
  );

  check(
    'the fast tendency of any state',
    { task: 2, points: 2, hint: 'The fast ring is one ring of 64, not eight rings of 8.' },
    async () => {
      const { X, Y } = drawState(stream('fast'));
      const expected = new Float64Array(64);
      fastSlopes(X, Y, expected, 0);
      expect(await student.fastTendency({ X, Y }), 'the fast tendency').toBeCloseToTensor(
        Array.from(expected),
        { absolute: 1e-6 },
      );
    },
  );

  check(
    'what any fast state does',
    { task: 2, points: 1, hint: 'Negative values count too; is every site summed on its own?' },
    async () => {
      const { Y } = drawState(stream('coupling'));
      const expected = new Float64Array(8);
      couplingOf(Y, expected);
      expect(await student.coupling(Y), 'U').toBeCloseToTensor(Array.from(expected), { absolute: 1e-6 });
    },
  );

  check(
    'the truth from any state',
    {
      task: 3,
      points: 2,
      after: ['the slow tendency of any state', 'the fast tendency of any state'],
      hint: 'Both scales take each step together, by the method that is given.',
    },
    async () => {
      const random = stream('truth');
      const start = drawState(random);
      const schedule = { forcing: 10 + 10 * random.uniform(), skip: 30, count: 2, every: 10 };
      const [right, truth] = [simulate(start, schedule), await student.simulateTruth(start, schedule)];
      expect(truth.X, 'X of two snapshots').toBeCloseToTensor(right.X, { absolute: 1e-5 });
      expect(truth.U, 'U of two snapshots').toBeCloseToTensor(right.U, { absolute: 1e-5 });
    },
  );

  check(
    'snapshots when they are due',
    {
      task: 3,
      points: 2,
      after: ['the truth from any state'],
      hint: 'Without anything to skip, the first snapshot is the start itself.',
    },
    async () => {
      const start = drawState(stream('schedule'));
      const steps = { forcing: 18, skip: 0, count: 4, every: 3 };
      const truth = await student.simulateTruth(start, steps);
      expect(truth.X, 'X, the snapshots,').toHaveLength(4);
      expect(truth.X, 'X of four snapshots').toBeCloseToTensor(simulate(start, steps).X, {
        absolute: 1e-6,
      });
    },
  );
}
