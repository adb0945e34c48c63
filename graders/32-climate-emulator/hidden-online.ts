import { expect, type CheckContext } from 'descent/grading';
import { CURVED_SUBGRID, curved } from './curved-subgrid.ts';
import type { exports } from './exports.ts';
import { askSubgrid, spreadOf } from './judge.ts';
import { drawRing, largestU, stepOnline } from './lorenz.ts';
import type { Trial } from './trial.ts';

/**
 * Standard deviation of X in the truth with forcing 18, measured over 1,600 units of time. Without the fast scale it is 6.9, 10 %
 * more.
 */
const TRUE_SPREAD = 6.287;

/** Runs parameterizations inside the simulation, the trained one for 4,000 steps. */
export function checkOnline(
  { check, student, submission, stream }: CheckContext<typeof exports>,
  { network, run }: Trial,
): void {
  check(
    'every step of a simulation',
    { task: 6, points: 2, hint: 'Which X is the parameterization asked about, in each of the four stages?' },
    async () => {
      const { curved: subgrid } = await submission.fixture(CURVED_SUBGRID);
      const random = stream('steps');
      let X = drawRing(random);
      const forcing = 8 + 16 * random.uniform();
      const simulated = await student.online(subgrid, X, { forcing, steps: 30 });
      for (const [step, row] of simulated.entries()) {
        expect(row, `X after ${step} steps`).toBeCloseToTensor(X, { absolute: 1e-6 });
        X = await stepOnline(X, forcing, curved);
      }
      expect(simulated, 'the run of 30 steps').toHaveLength(31);
    },
  );

  check(
    'the simulation follows the network',
    {
      task: 6,
      points: 1,
      after: ['every step of a simulation'],
      hint: 'Is it your network that runs inside, from the first step to the last?',
    },
    async () => {
      const subgrid = await network();
      const simulated = await run();
      expect(simulated, 'the run of 4,000 steps').toHaveLength(4001);
      // A run that was put together from pieces jumps: thousands. 10 seeds of the solution: mean 2.9, at most 3.2.
      expect(largestU(simulated, 18), 'the largest |U| that a step of the run shows').toBeLessThan(20);
      const random = stream('watched steps');
      for (let watched = 0; watched < 8; watched++) {
        const step = random.integer(4000);
        const next = await stepOnline(simulated[step]!, 18, (X) => askSubgrid(subgrid, X));
        expect(simulated[step + 1], `X after step ${step}`).toBeCloseToTensor(next, { absolute: 1e-4 });
      }
    },
  );

  check(
    'stable for 4,000 steps',
    {
      task: 6,
      points: 2,
      after: ['every step of a simulation'],
      hint: 'Which sign has U? On which scale does it come back from the network?',
    },
    async () => {
      const largest = Math.max(
        ...(await run()).flat().map((x) => (Number.isFinite(x) ? Math.abs(x) : Infinity)),
      );
      // The same 20: mean 21.1, at most 22.5; the cubic 22.6, without the fast scale 26.2.
      expect(largest, 'the largest |X| of the run').toBeLessThan(40);
    },
  );

  check(
    'the spread of the climate',
    {
      task: 6,
      points: 2,
      after: ['stable for 4,000 steps'],
      partial: [
        [0.1, 1],
        [0.06, 2],
      ],
      hint: 'Weather differs from day to day, but a wrong U makes all days too wild or too tame.',
    },
    async () => {
      // The same 20: mean 0.013, standard deviation 0.008, at most 0.030. A cubic has 0.011 in the mean (at most 0.062), no
      // parameterization 0.096 (0.061 to 0.120).
      return Math.abs(spreadOf((await run()).flat()) / TRUE_SPREAD - 1);
    },
  );
}
