import { expect, returns } from 'descent/grading';

/** What a function of an answer says when it is asked. */
interface Asked {
  apply(...values: readonly unknown[]): Promise<unknown>;
}

/** What a parameterization says of one state, [8], read and finite. */
export async function askSubgrid(subgrid: Asked, X: readonly number[]): Promise<readonly number[]> {
  const said = await subgrid.apply(X);
  const reading = returns.numbers.read(said);
  if ('wrong' in reading) {
    expect(reading.wrong, 'what the parameterization returns').toBe('a list of 8 numbers');
    return [];
  }
  expect(reading.value, 'what the parameterization returns').toHaveLength(X.length);
  return reading.value;
}

/** What it says of each of some states, [N, 8]. */
export async function askAll(
  subgrid: Asked,
  states: readonly (readonly number[])[],
): Promise<(readonly number[])[]> {
  const all: (readonly number[])[] = [];
  for (const X of states) all.push(await askSubgrid(subgrid, X));
  return all;
}

/** The mean of all values. */
export function meanOf(values: readonly number[]): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  return mean;
}

/** The root of the mean squared distance from the mean. */
export function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
