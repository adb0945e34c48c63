import type { Stream } from 'descent/grading';

/** Sites, fast variables of each, and steps in time, as in the exercise. Only hidden checks import this file. */
const SITES = 8;
const FAST = 8;
export const TRUTH_STEP = 0.002;
export const ONLINE_STEP = 0.005;

/** A state of both scales: X [8], Y [64]. */
export interface State {
  readonly X: readonly number[];
  readonly Y: readonly number[];
}

/** Snapshots: X and U, [N, 8] each. */
export interface Truth {
  readonly X: readonly (readonly number[])[];
  readonly U: readonly (readonly number[])[];
}

/** When snapshots are taken, in steps. */
export interface Schedule {
  readonly forcing: number;
  readonly skip: number;
  readonly count: number;
  readonly every: number;
}

/** X and Y one after the other, [72], their derivative written into `out`. */
type Slopes = (values: Float64Array, out: Float64Array) => void;

/** The derivative of X [8] for a given U, written into `out`. */
export function slowSlopes(
  X: ArrayLike<number>,
  U: ArrayLike<number>,
  forcing: number,
  out: Float64Array,
): void {
  for (let k = 0; k < SITES; k++) {
    const [left, farLeft, right] = [X[(k + 7) % SITES]!, X[(k + 6) % SITES]!, X[(k + 1) % SITES]!];
    out[k] = left * right - left * farLeft - X[k]! + forcing - U[k]!;
  }
}

/** The derivative of Y [64], written into `out` from `offset` on. */
export function fastSlopes(
  X: ArrayLike<number>,
  Y: ArrayLike<number>,
  out: Float64Array,
  offset: number,
): void {
  const ring = SITES * FAST;
  for (let j = 0; j < ring; j++) {
    const [left, right, farRight] = [Y[(j + ring - 1) % ring]!, Y[(j + 1) % ring]!, Y[(j + 2) % ring]!];
    out[offset + j] = 100 * right * (left - farRight) - 10 * Y[j]! + X[(j - (j % FAST)) / FAST]!;
  }
}

/** The sum of the fast variables of each site, written into `out`. */
export function couplingOf(Y: ArrayLike<number>, out: Float64Array): void {
  out.fill(0);
  for (let j = 0; j < SITES * FAST; j++) out[(j - (j % FAST)) / FAST]! += Y[j]!;
}

/** Steps a state on in place by the fourth-order Runge-Kutta method; makes no garbage. */
function stepper(length: number, slopes: Slopes): (values: Float64Array, dt: number) => void {
  const make = () => new Float64Array(length);
  const [probe, first, second, third, fourth] = [make(), make(), make(), make(), make()];
  return (values, dt) => {
    const probeAt = (slope: Float64Array, time: number) => {
      for (let i = 0; i < length; i++) probe[i] = values[i]! + time * slope[i]!;
    };
    slopes(values, first);
    probeAt(first, dt / 2);
    slopes(probe, second);
    probeAt(second, dt / 2);
    slopes(probe, third);
    probeAt(third, dt);
    slopes(probe, fourth);
    for (let i = 0; i < length; i++) {
      values[i]! += (dt * (first[i]! + 2 * second[i]! + 2 * third[i]! + fourth[i]!)) / 6;
    }
  };
}

/** The truth, as the exercise asks for it. */
export function simulate(start: State, { forcing, skip, count, every }: Schedule): Truth {
  const values = Float64Array.from([...start.X, ...start.Y]);
  const U = new Float64Array(SITES);
  const step = stepper(values.length, (state, out) => {
    const Y = state.subarray(SITES);
    couplingOf(Y, U);
    slowSlopes(state, U, forcing, out);
    fastSlopes(state, Y, out, SITES);
  });
  const truth: { X: number[][]; U: number[][] } = { X: [], U: [] };
  for (let snapshot = 0; snapshot < count; snapshot++) {
    for (let steps = snapshot === 0 ? skip : every; steps > 0; steps--) step(values, TRUTH_STEP);
    couplingOf(values.subarray(SITES), U);
    truth.X.push(Array.from(values.subarray(0, SITES)));
    truth.U.push(Array.from(U));
  }
  return truth;
}

/** A state of both scales, of about the size that they have in the truth. */
export function drawState(stream: Stream): State {
  return {
    X: Array.from({ length: SITES }, () => 3 + 5 * stream.normal()),
    Y: Array.from({ length: SITES * FAST }, () => 0.3 * stream.normal()),
  };
}

/** Eight numbers of about the size of X. */
export function drawRing(stream: Stream): number[] {
  return [...drawState(stream).X];
}

/** Snapshots of a climate, 0.1 apart, from a start of their own, long after it. */
export function drawClimate(stream: Stream, forcing: number, count: number): Truth {
  return simulate(drawState(stream), { forcing, skip: 2500, count, every: 50 });
}

/** One step of the slow scale, for any parameterization. */
export async function stepOnline(
  X: readonly number[],
  forcing: number,
  subgrid: (X: readonly number[]) => Promise<readonly number[]> | readonly number[],
): Promise<number[]> {
  const slopeAt = async (state: readonly number[]) => {
    const out = new Float64Array(SITES);
    slowSlopes(state, await subgrid(state), forcing, out);
    return out;
  };
  const ahead = (slope: Float64Array, time: number) => X.map((value, k) => value + time * slope[k]!);
  const first = await slopeAt(X);
  const second = await slopeAt(ahead(first, ONLINE_STEP / 2));
  const third = await slopeAt(ahead(second, ONLINE_STEP / 2));
  const fourth = await slopeAt(ahead(third, ONLINE_STEP));
  return X.map(
    (value, k) => value + (ONLINE_STEP * (first[k]! + 2 * second[k]! + 2 * third[k]! + fourth[k]!)) / 6,
  );
}

/**
 * The largest |U| that a run of the slow scale shows, in any step and at any site: what is missing between the change of X and the
 * slow tendency in the middle of the step.
 */
export function largestU(run: readonly (readonly number[])[], forcing: number): number {
  const [nothing, slopes] = [new Float64Array(SITES), new Float64Array(SITES)];
  let largest = 0;
  for (const [step, next] of run.slice(1).entries()) {
    const before = run[step]!;
    const middle = before.map((x, k) => (x + next[k]!) / 2);
    slowSlopes(middle, nothing, forcing, slopes);
    for (const [k, slope] of slopes.entries()) {
      largest = Math.max(largest, Math.abs(slope - (next[k]! - before[k]!) / ONLINE_STEP));
    }
  }
  return largest;
}
