/** How values are distributed. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Of the population that they are drawn from (divided by count − 1); 0 for a single value. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

/** Sums up measured values, of which there is at least one. */
export function summarize(values: readonly number[]): Spread {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count,
    mean,
    deviation: count === 1 ? 0 : Math.sqrt(squares / (count - 1)),
    least: Math.min(...values),
    most: Math.max(...values),
  };
}
