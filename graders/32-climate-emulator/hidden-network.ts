import { expect, linearBaseline, type CheckContext } from 'descent/grading';
import type { exports } from './exports.ts';
import { askAll, askSubgrid } from './judge.ts';
import type { Truth } from './lorenz.ts';
import { explained } from './skill.ts';
import type { Trial } from './trial.ts';

/** What least squares on the first three powers of X says of U, [N, 8]. */
function cubicOf(training: Truth, states: Truth['X']): number[][] {
  const powers = (X: Truth['X']) => X.flat().map((x) => [x, x ** 2, x ** 3]);
  const said = linearBaseline({ rows: powers(training.X), targets: training.U.flat() }, powers(states));
  return states.map((_, n) => Array.from(said.subarray(8 * n, 8 * n + 8)));
}

/** Trains networks, and asks how much of U they explain. */
export function checkNetwork(
  { check, student }: CheckContext<typeof exports>,
  { training, today, few, said }: Trial,
): void {
  check(
    'the same seed, the same network',
    { task: 5, points: 2, hint: 'What draws random numbers besides the initial weights?' },
    async () => {
      const short = (seed: number) => async () =>
        askAll(await student.train(few(), { epochs: 2, seed }), few().X.slice(0, 4));
      await expect(short(5), 'what two epochs with seed 5 teach').toBeDeterministic();
      expect(await short(6)(), 'what two epochs with seed 6 teach').not.toEqual(await short(5)());
    },
  );

  check(
    'every site is treated alike',
    {
      task: 5,
      points: 2,
      hint: 'Turn the ring by three sites. What happens to U? The physics is the same at each site.',
    },
    async () => {
      const subgrid = await student.train(few(), { epochs: 1, seed: 2 });
      const turn = (ring: readonly number[]) => [...ring.slice(3), ...ring.slice(0, 3)];
      for (const X of few().X.slice(0, 3)) {
        expect(await askSubgrid(subgrid, turn(X)), 'U of a ring that is turned by three').toBeCloseToTensor(
          turn(await askSubgrid(subgrid, X)),
          { absolute: 1e-4 },
        );
      }
    },
  );

  check(
    'the skill offline',
    {
      task: 5,
      points: 3,
      partial: [
        [0.5, 1],
        [0.68, 2],
        [0.72, 3],
      ],
      hint: 'Does it see the neighbors? Are all sites and snapshots shown in each epoch, in a new order?',
    },
    async () => {
      // 20 seeds of the solution, other climates with each (wasm): mean 0.7505, standard deviation 0.0079, at least 0.732. A
      // straight line has 0.699, a cubic 0.726 in the mean.
      return explained(today().U, await said());
    },
  );

  check(
    'better than a cubic',
    {
      task: 5,
      points: 3,
      partial: [
        [-0.01, 1],
        [0.002, 3],
      ],
      hint: 'A cubic of X[k] knows one number. What does your network know that it does not?',
    },
    async () => {
      const cubic = explained(today().U, cubicOf(training(), today().X));
      // The same 20: mean 0.0248, standard deviation 0.0058, at least 0.0128.
      return explained(today().U, await said()) - cubic;
    },
  );
}
