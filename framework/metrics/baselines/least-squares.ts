import type { FeatureMatrix } from './feature-matrix.ts';

/** Largest correlation of residual and columns, relative to the target, at which a solution counts as found. */
const TOLERANCE = 1e-9;

/**
 * Least squares by conjugate gradients on the normal equations (CGLS: Björck, "Numerical Methods for Least
 * Squares Problems", 1996, 7.4). Never forms the Gram matrix, so wide inputs cost no more than their size, and
 * of collinear columns it finds the shortest solution instead of dividing by zero.
 * @param features scaled, so that few iterations suffice
 * @param target `[rows]`, centered
 * @returns the weights `[width]`, and whether they had converged after `iterations`
 */
export function leastSquares(
  features: FeatureMatrix,
  target: Float64Array,
  iterations: number,
): { weights: Float64Array; converged: boolean } {
  const weights = new Float64Array(features.width);
  const residual = Float64Array.from(target);
  let gradient = transposeTimes(features, residual);
  let direction = Float64Array.from(gradient);
  let size = dot(gradient, gradient);
  const enough = TOLERANCE * TOLERANCE * dot(features.values, features.values) * dot(target, target);
  for (let iteration = 0; iteration < iterations && size > enough; iteration++) {
    const change = times(features, direction);
    const step = size / dot(change, change);
    addScaled(weights, step, direction);
    addScaled(residual, -step, change);
    gradient = transposeTimes(features, residual);
    const newSize = dot(gradient, gradient);
    const kept = newSize / size;
    direction = direction.map((value, index) => gradient[index]! + kept * value);
    size = newSize;
  }
  return { weights, converged: size <= enough };
}

/** `[rows]`: each row times the vector. */
export function times({ rows, width, values }: FeatureMatrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += values[row * width + column]! * vector[column]!;
    result[row] = sum;
  }
  return result;
}

/** `[width]`: each column times the vector. */
function transposeTimes({ rows, width, values }: FeatureMatrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const factor = vector[row]!;
    for (let column = 0; column < width; column++) result[column]! += values[row * width + column]! * factor;
  }
  return result;
}

function dot(left: Float64Array | Float32Array, right: Float64Array | Float32Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += left[index]! * right[index]!;
  return sum;
}

function addScaled(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let index = 0; index < to.length; index++) to[index]! += factor * vector[index]!;
}
