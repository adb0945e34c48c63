import type { PreparedPart } from '../../data/prepared-data.ts';

/** Features of some rows, flattened: `[rows, width]`. */
export interface FeatureMatrix {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** The center and scale of every column, learned from the training part. */
export interface Scaling {
  readonly mean: Float64Array;
  /** 1/standard deviation; 0 for a constant column, which says nothing. */
  readonly scale: Float64Array;
}

/** Numbers in one row of inputs, whatever their shape. */
export function featureWidth(inputShape: readonly number[]): number {
  return inputShape.reduce((product, size) => product * size, 1);
}

/** Learns means and standard deviations from the given rows; missing values (NaN) are left out. */
export function fitScaling(part: PreparedPart, rows: Int32Array, width: number): Scaling {
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  const counts = new Int32Array(width);
  forEachValue(part, rows, width, (column, value) => {
    // Welford's update: stable where the mean is large beside the spread, as for years.
    const count = ++counts[column]!;
    const delta = value - mean[column]!;
    mean[column]! += delta / count;
    scale[column]! += delta * (value - mean[column]!);
  });
  for (let column = 0; column < width; column++) {
    const deviation = Math.sqrt(scale[column]! / counts[column]!);
    // Float32 features that are equal but for rounding are constant too.
    scale[column] = deviation > 1e-6 * Math.abs(mean[column]!) ? 1 / deviation : 0;
  }
  return { mean, scale };
}

/** The given rows, scaled to mean 0 and deviation 1; a missing value becomes 0, the mean. */
export function scaledFeatures(part: PreparedPart, rows: Int32Array, scaling: Scaling): FeatureMatrix {
  const width = scaling.mean.length;
  const values = new Float32Array(rows.length * width);
  for (let row = 0; row < rows.length; row++) {
    const start = rows[row]! * width;
    for (let column = 0; column < width; column++) {
      const value = (part.features[start + column]! - scaling.mean[column]!) * scaling.scale[column]!;
      values[row * width + column] = Number.isNaN(value) ? 0 : value;
    }
  }
  return { rows: rows.length, width, values };
}

/** 0 … rows−1. */
export function allRows(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}

function forEachValue(
  part: PreparedPart,
  rows: Int32Array,
  width: number,
  visit: (column: number, value: number) => void,
): void {
  for (const row of rows) {
    for (let column = 0; column < width; column++) {
      const value = part.features[row * width + column]!;
      if (!Number.isNaN(value)) visit(column, value);
    }
  }
}
