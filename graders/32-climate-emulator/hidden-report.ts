import { expect, type CheckContext } from 'descent/grading';
import { CURVED_SUBGRID, curved } from './curved-subgrid.ts';
import type { exports } from './exports.ts';
import { askAll } from './judge.ts';
import { drawRing, type Truth } from './lorenz.ts';
import { explained } from './skill.ts';
import type { Trial } from './trial.ts';

/** Asks for reports on two climates. */
export function checkReport(
  { check, student, submission, stream }: CheckContext<typeof exports>,
  { network, today, warmer, said }: Trial,
): void {
  check(
    'a report of any parameterization',
    {
      task: 7,
      points: 2,
      hint: 'All sites and snapshots in one R²; it is below 0 for who is worse than the mean.',
    },
    async () => {
      const { curved: subgrid } = await submission.fixture(CURVED_SUBGRID);
      const random = stream('report');
      const draw = (count: number, offset: number): Truth => ({
        X: Array.from({ length: count }, () => drawRing(random)),
        U: Array.from({ length: count }, () => drawRing(random).map((value) => 0.5 * value + offset)),
      });
      const [one, other] = [draw(3, 1), draw(5, 4)];
      const right = [one, other].map(({ X, U }) => explained(U, X.map(curved)));
      const told = await student.report(subgrid, one, other);
      expect(told.today, 'today').toBeCloseTo(right[0]!, 6);
      expect(told.warmer, 'warmer').toBeCloseTo(right[1]!, 6);
      expect(told.drop, 'drop').toBeCloseTo(right[0]! - right[1]!, 6);
    },
  );

  check(
    'the warmer climate is told truthfully',
    {
      task: 7,
      points: 2,
      after: ['a report of any parameterization'],
      hint: 'Any drop is fine, as long as it is the one that your network has.',
    },
    async () => {
      const subgrid = await network();
      const told = await student.report(subgrid, today(), warmer());
      const here = explained(today().U, await said());
      const there = explained(warmer().U, await askAll(subgrid, warmer().X));
      // The same 20: R² 0.717 in the warmer climate, a drop of 0.033 (0.012 to 0.049); the cubic drops by 0.053 (0.021 to 0.103).
      expect(told.today, 'today').toBeCloseTo(here, 4);
      expect(told.warmer, 'warmer').toBeCloseTo(there, 4);
      expect(told.drop, 'drop').toBeCloseTo(here - there, 4);
    },
  );
}
