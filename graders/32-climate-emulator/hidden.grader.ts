import { exercise, expect, linearBaseline, type Stream } from 'descent/grading';
import { exports } from './exports.ts';
import { askAll, askSubgrid, spreadOf } from './judge.ts';
import {
  couplingOf,
  drawClimate,
  drawState,
  fastSlopes,
  largestU,
  simulate,
  slowSlopes,
  stepOnline,
  type Truth,
} from './lorenz.ts';
import { explained } from './skill.ts';

/**
 * Standard deviation of X in the truth with forcing 18, measured over 1,600 units of time. Without the fast scale it is 6.9, 10 %
 * more.
 */
const TRUE_SPREAD = 6.287;

/** A parameterization that depends on the neighbors and is no straight line, made where the answer runs; the same here. */
const CURVED_SUBGRID = `
export const curved = (X: number[]) => X.map((x, k) => 0.02 * x * x - 0.3 * X[(k + 1) % 8]);
`;
const curved = (X: readonly number[]) => X.map((x, k) => 0.02 * x * x - 0.3 * X[(k + 1) % 8]!);

/** What least squares on the first three powers of X says of U, [N, 8]. */
function cubicOf(training: Truth, states: Truth['X']): number[][] {
  const powers = (X: Truth['X']) => X.flat().map((x) => [x, x ** 2, x ** 3]);
  const said = linearBaseline({ rows: powers(training.X), targets: training.U.flat() }, powers(states));
  return states.map((_, n) => Array.from(said.subarray(8 * n, 8 * n + 8)));
}

/** Eight numbers of about the size of X. */
function drawRing(stream: Stream): number[] {
  return [...drawState(stream).X];
}

exercise('32-climate-emulator', exports, ({ check, student, submission, stream, once }) => {
  // All snapshots are computed here: no number of the answer's judges the answer.
  const climate = once((name: string, forcing: number, count: number) =>
    drawClimate(stream(name), forcing, count),
  );
  const training = () => climate('training', 18, 500);
  const today = () => climate('today', 18, 400);
  const warmer = () => climate('warmer', 24, 300);
  /** A few snapshots, for checks that ask for no skill. */
  const few = () => climate('few', 18, 40);

  /** The one network of this trial at which many checks look. */
  const network = once(() => {
    const seed = 1 + stream('seed').integer(1000);
    return student.train(training(), { epochs: 12, seed });
  });
  /** What it says of today's snapshots. */
  const said = once(async () => askAll(await network(), today().X));
  /** Its one run inside the simulation: 20 units of time. */
  const run = once(async () => student.online(await network(), today().X[0]!, { forcing: 18, steps: 4000 }));

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

  check(
    'windows of any width',
    { task: 4, points: 1, hint: 'How long is a row with n neighbors on each side? With none?' },
    async () => {
      const random = stream('windows');
      const X = drawRing(random);
      for (const neighbors of [0, 2, 3]) {
        const expected = X.map((_, k) =>
          Array.from({ length: 2 * neighbors + 1 }, (_unused, place) => X.at((k - neighbors + place) % 8)),
        );
        expect(await student.features(X, neighbors), `the windows with ${neighbors} neighbors`).toEqual(
          expected,
        );
      }
    },
  );

  check(
    'any place on any circle',
    { task: 4, points: 1, hint: 'Does a year work as well as a day, and the day after its last one?' },
    async () => {
      const random = stream('circle');
      const period = 2 + random.integer(364);
      const value = period * random.uniform();
      const place = await student.cyclic(value, period);
      const [sine, cosine] = [place[0] ?? NaN, place[1] ?? NaN];
      expect(place, 'the place on the circle').toHaveLength(2);
      expect(sine ** 2 + cosine ** 2, 'its squared distance from the middle').toBeCloseTo(1, 8);
      const turns = Math.atan2(sine, cosine) / (2 * Math.PI);
      expect((turns + 1) % 1, 'how far around it is').toBeCloseTo(value / period, 8);
      expect(await student.cyclic(value + period, period), 'the same place a period later').toBeCloseToTensor(
        place,
        { absolute: 1e-8 },
      );
    },
  );

  check(
    'a trace of rain',
    { task: 4, points: 1, hint: 'Far below zero, 1 + eᶻ is rounded to 1, and its logarithm to 0.' },
    async () => {
      const z = -(40 + 20 * stream('rain').uniform());
      const ratio = (await student.softplus(z)) / Math.exp(z);
      expect(ratio, 'softplus far below zero, as a share of the exponential,').toBeCloseTo(1, 6);
    },
  );

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
});
