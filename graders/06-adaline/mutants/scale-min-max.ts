/**
 * Rejected by: meters and millimeters
 * Another scaling: the range becomes 0 to 1.
 */
export function scaleFeatures(xs: readonly (readonly number[])[]): number[][] {
  const column = (j: number) => xs.map((x) => x[j]!);
  return xs.map((x) =>
    x.map((feature, j) => {
      const [least, largest] = [Math.min(...column(j)), Math.max(...column(j))];
      return (feature - least) / (largest - least);
    }),
  );
}
