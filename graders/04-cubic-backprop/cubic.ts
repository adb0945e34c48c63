/** Points (x, y). */
export interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The sine at that many xs, evenly spread from −π to π. */
export function sine(count: number): Points {
  const xs = Array.from({ length: count }, (_, i) => Math.PI * ((2 * i) / (count - 1) - 1));
  return { xs, ys: xs.map((x) => Math.sin(x)) };
}

/** The cubic with the smallest mean squared error on 2,000 points of the sine, and that error. */
export const best = { w: [0, 0.856741, 0, -0.09333], loss: 0.0044086 };

/** Where the visible checks and the pictures begin. */
export const START = [0.5, -0.3, 0.2, 0.05];

/** The height of a cubic, by Horner's rule. */
export function heightOf([a, b, c, d]: readonly number[], x: number): number {
  return a! + x * (b! + x * (c! + x * d!));
}

/** The squared errors of a cubic, added up here: what a submission says about its own loss proves nothing. */
export function squaresOf(w: readonly number[], { xs, ys }: Points): number {
  let squares = 0;
  for (const [i, x] of xs.entries()) squares += (heightOf(w, x) - ys[i]!) ** 2;
  return squares;
}
