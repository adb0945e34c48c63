/** A parameterization that depends on the neighbors and is no straight line, made where the answer runs. */
export const CURVED_SUBGRID = `
export const curved = (X: number[]) => X.map((x, k) => 0.02 * x * x - 0.3 * X[(k + 1) % 8]);
`;

/** The same parameterization here: X [8] to U [8]. */
export const curved = (X: readonly number[]): number[] =>
  X.map((x, k) => 0.02 * x * x - 0.3 * X[(k + 1) % 8]!);
