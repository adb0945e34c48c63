import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { askAll, meanOf, spreadOf } from './judge.ts';

/** Eight times the same. */
const eight = (value: number): number[] => Array.from({ length: 8 }, () => value);

/** A ring with a bump across its seam, and what the fast scale takes from one site. */
const BUMP = [1, 2, 3, 0, 0, 0, 0, 1];
const TAKEN = [0, 1, 0, 0, 0, 0, 0, 0];

/** A calm fast ring with three ripples, two of them next to each other across its seam. */
const RIPPLES = Array.from({ length: 64 }, (_, j) => ({ 63: 0.2, 0: 0.1, 2: 0.3 })[j] ?? 0);

/** Parameterizations that everybody understands, made where the answer runs. */
const KNOWN_SUBGRIDS = `
export const none = (X: number[]) => X.map(() => 0);
export const brake = (X: number[]) => X.map((x) => 0.8 * x);
export const same = (X: number[]) => [...X];
`;

const TRUTH = 'a calm ring wakes up';

/**
 * Where all X are the same, and all Y, they stay so: x' = 18 − x − 8y and y' = x − 10y, which can be solved. From 0 and 0 they
 * go to 10 and 1.
 */
function calmRingAt(time: number): { x: number; y: number } {
  const [slow, fast] = [Math.exp(-2 * time), Math.exp(-9 * time)];
  return { x: 10 - (72 * slow) / 7 + (2 * fast) / 7, y: 1 - (9 * slow) / 7 + (2 * fast) / 7 };
}

exercise('32-climate-emulator', exports, ({ check, student, submission }) => {
  const known = (name: string) => submission.fixture(KNOWN_SUBGRIDS).then((made) => made[name]);

  check(
    'the slow tendency of a bump',
    { task: 1, points: 2, hint: 'Who are the neighbors of site 0 on a ring? Is U taken away?' },
    async () => {
      const slopes = await student.slowTendency(BUMP, TAKEN, 10);
      expect(slopes, 'the slow tendency').toEqual([11, 9, 5, 4, 10, 10, 10, 9]);
    },
  );

  check(
    'the fast tendency of three ripples',
    { task: 2, points: 2, hint: 'Which neighbors does each Y have across the seam? Which X belongs to it?' },
    async () => {
      const slopes = await student.fastTendency({ X: [1, 2, 3, 4, 5, 6, 7, 8], Y: RIPPLES });
      const special: Readonly<Record<number, number>> = { 62: 6, 63: 6, 0: 0, 1: 4, 2: -2 };
      const expected = RIPPLES.map((_, j) => special[j] ?? Math.ceil((j + 1) / 8));
      expect(slopes, 'the fast tendency').toBeCloseToTensor(expected, { absolute: 1e-9 });
    },
  );

  check(
    'the sum at each site',
    { task: 2, points: 1, hint: 'Eight sums of eight values each: the first eight belong to site 0.' },
    async () => {
      const U = await student.coupling(RIPPLES);
      expect(U, 'what the fast scale does').toBeCloseToTensor([0.4, 0, 0, 0, 0, 0, 0, 0.2], {
        absolute: 1e-9,
      });
    },
  );

  check(
    TRUTH,
    {
      task: 3,
      points: 2,
      after: ['the slow tendency of a bump', 'the fast tendency of three ripples', 'the sum at each site'],
      hint: 'Is U taken from the Y of the same moment? How many steps lie before the first snapshot?',
    },
    async () => {
      const start = { X: eight(0), Y: Array.from({ length: 64 }, () => 0) };
      const truth = await student.simulateTruth(start, { forcing: 18, skip: 100, count: 3, every: 50 });
      for (const [name, snapshots] of Object.entries(truth)) {
        expect(snapshots, `${name}, the snapshots,`).toHaveLength(3);
      }
      [0.2, 0.3, 0.4].forEach((time, n) => {
        const { x, y } = calmRingAt(time);
        expect(truth.X[n], `X at time ${time}`).toBeCloseToTensor(eight(x), { absolute: 1e-7 });
        expect(truth.U[n], `U at time ${time}`).toBeCloseToTensor(eight(8 * y), { absolute: 1e-7 });
      });
    },
  );

  check(
    'windows on the ring',
    { task: 4, points: 2, hint: 'Which sites lie to the left of site 0? Does a row go from left to right?' },
    async () => {
      const ring = [0, 10, 20, 30, 40, 50, 60, 70];
      expect(await student.features(ring, 1), 'the windows with one neighbor').toEqual(
        ring.map((own, k) => [ring.at(k - 1), own, ring[(k + 1) % 8]]),
      );
      const wide = await student.features(ring, 2);
      expect(wide, 'the windows with two neighbors').toHaveLength(8);
      expect(wide[0], 'the window of site 0 with two neighbors').toEqual([60, 70, 0, 10, 20]);
    },
  );

  check(
    'an hour before midnight',
    { task: 4, points: 1, hint: 'A whole day is once around the circle: 2π. Sine first.' },
    async () => {
      const places = {
        midnight: await student.cyclic(0, 24),
        '6 in the morning': await student.cyclic(6, 24),
        'an hour before midnight': await student.cyclic(23, 24),
      };
      expect(places.midnight, 'midnight').toBeCloseToTensor([0, 1], { absolute: 1e-9 });
      expect(places['6 in the morning'], '6 in the morning').toBeCloseToTensor([1, 0], { absolute: 1e-9 });
      expect(places['an hour before midnight'], 'an hour before midnight').toBeCloseToTensor(
        [-0.258819, 0.965926],
        { absolute: 1e-5 },
      );
    },
  );

  check(
    'rain is never negative',
    { task: 4, points: 1, hint: 'How much is the exponential of 1,000? Can the large one be avoided?' },
    async () => {
      expect(await student.softplus(0), 'softplus(0)').toBeCloseTo(0.693147, 5);
      expect(await student.softplus(-2), 'softplus(-2)').toBeCloseTo(0.126928, 5);
      expect(await student.softplus(1000), 'softplus(1000)').toBeCloseTo(1000, 5);
    },
  );

  check(
    'the network learns',
    {
      task: 5,
      points: 2,
      after: [TRUTH, 'windows on the ring'],
      hint: 'Are X and U on a scale that networks like, and is the scale of U undone in the end?',
    },
    async () => {
      const start = { X: BUMP, Y: RIPPLES };
      const { X, U } = await student.simulateTruth(start, { forcing: 18, skip: 2500, count: 250, every: 50 });
      const training = { X: X.slice(0, 200), U: U.slice(0, 200) };
      const subgrid = await student.train(training, { epochs: 20, seed: 3 });
      const said = await askAll(subgrid, X.slice(200));
      const truth = U.slice(200);
      const squares = truth.flatMap((row, n) => row.map((u, k) => (u - (said[n]?.[k] ?? NaN)) ** 2));
      // 10 seeds of the solution (wasm): mean 0.733, standard deviation 0.005, at most 0.743.
      expect(Math.sqrt(meanOf(squares)), 'the root mean squared error on other snapshots').toReach(1, {
        better: 'lower',
        baseline: spreadOf(truth.flat()),
      });
    },
  );

  check(
    'a ring without the fast scale',
    {
      task: 6,
      points: 1,
      after: ['the slow tendency of a bump'],
      hint: 'How long is the list? Does it begin with the start itself? Is the step ONLINE_STEP?',
    },
    async () => {
      const run = await student.online(await known('none'), eight(8), { forcing: 18, steps: 20 });
      expect(run, 'the run of 20 steps').toHaveLength(21);
      expect(run[0], 'X before the first step').toEqual(eight(8));
      // x' = 18 − x
      const end = 18 - 10 * Math.exp(-0.1);
      expect(run[20], 'X after 20 steps').toBeCloseToTensor(eight(end), { absolute: 1e-8 });
    },
  );

  check(
    'a brake that is asked at every stage',
    {
      task: 6,
      points: 1,
      after: ['a ring without the fast scale'],
      hint: 'rungeKutta4 tries four states in each step. Which X is the parameterization asked about?',
    },
    async () => {
      const run = await student.online(await known('brake'), eight(2), { forcing: 18, steps: 20 });
      expect(run, 'the run of 20 steps').toHaveLength(21);
      // x' = 18 − x − 0.8x
      const end = 10 - 8 * Math.exp(-0.18);
      expect(run[20], 'X after 20 steps').toBeCloseToTensor(eight(end), { absolute: 1e-8 });
    },
  );

  check(
    'a report of two small climates',
    { task: 7, points: 2, hint: 'R² compares with saying the mean. The mean of which climate?' },
    async () => {
      const today = { X: [eight(0), eight(2)], U: [eight(0), eight(4)] };
      const warmer = { X: [eight(1), eight(5)], U: [eight(2), eight(4)] };
      const told = await student.report(await known('same'), today, warmer);
      // Squared errors 32 of 64, then 16 of 16.
      expect(told.today, 'today').toBeCloseTo(0.5, 6);
      expect(told.warmer, 'warmer').toBeCloseTo(0, 6);
      expect(told.drop, 'drop').toBeCloseTo(0.5, 6);
    },
  );
});
