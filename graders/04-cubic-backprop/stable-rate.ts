/**
 * The learning rate from which on gradient descent on a cubic diverges: 2/λ, where λ is the largest eigenvalue of the matrix of
 * second derivatives, 2·Σ xⁱ⁺ʲ, found by power iteration.
 */
export function largestStableRate(xs: readonly number[], reduction: 'sum' | 'mean'): number {
  const powers = [0, 1, 2, 3];
  const total = (exponent: number) => xs.reduce((sum, x) => sum + x ** exponent, 0);
  const matrix = powers.map((i) => powers.map((j) => 2 * total(i + j)));
  let vector = [1, 1, 1, 1];
  let eigenvalue = 0;
  for (let round = 0; round < 200; round++) {
    const image = matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * vector[j]!, 0));
    eigenvalue = Math.hypot(...image);
    vector = image.map((entry) => entry / eigenvalue);
  }
  return ((reduction === 'mean' ? xs.length : 1) * 2) / eigenvalue;
}
