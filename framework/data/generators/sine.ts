const HALF_PI = Math.PI / 2;
/** The part of π/2 that a double cannot hold. */
const HALF_PI_REST = 6.123233995736766e-17;

/**
 * The sine of an angle in radians, to 1e-14 for angles up to 100. It uses only additions and multiplications,
 * which IEEE 754 fixes to the last bit; `Math.sin` may differ between versions of Node, and with it the data.
 */
export function sine(angle: number): number {
  return wave(angle, 0);
}

/** The cosine; see `sine`. */
export function cosine(angle: number): number {
  return wave(angle, 1);
}

function wave(angle: number, quadrantShift: number): number {
  const turns = Math.round(angle / HALF_PI);
  const rest = angle - turns * HALF_PI - turns * HALF_PI_REST;
  const quadrant = (((turns + quadrantShift) % 4) + 4) % 4;
  const value = quadrant % 2 === 0 ? series(rest, 1) * rest : series(rest, 0);
  return quadrant < 2 ? value : -value;
}

/** The Taylor series of sin(x)/x (first = 1) or of cos(x) (first = 0), by Horner's rule. */
function series(x: number, first: 0 | 1): number {
  let sum = 1;
  for (let power = 20 + first; power > first; power -= 2) {
    sum = 1 - (sum * x * x) / (power * (power - 1));
  }
  return sum;
}
