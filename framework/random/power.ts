import { logarithm } from './normal-quantile.ts';

/*
 * Powers that are the same on every machine. `Math.exp`, `Math.pow` and `**` are approximations that engines may
 * make otherwise, so they change from one version of Node to the next, and with them a training run. These use only
 * additions, multiplications and divisions, which IEEE 754 fixes to the last bit.
 */

/** `base` to the power of a whole number from 0 on, by repeated multiplication. */
export function integerPower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** ln 2 in two parts, of which the first has so few digits that its products with exponents are exact. */
const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;

/** e to the power of any number; relative error about 1e-15, 0 below −745 and infinity above 710. */
export function exponential(exponent: number): number {
  if (Number.isNaN(exponent)) return Number.NaN;
  if (exponent > 710) return Infinity;
  if (exponent < -746) return 0;
  const twos = Math.round(exponent / Math.LN2);
  const rest = exponent - twos * LN2_HIGH - twos * LN2_LOW;
  // In two steps, as the power of two itself may be too large or too small for a double.
  const half = Math.trunc(twos / 2);
  return (1 + rest * growth(rest)) * powerOfTwo(half) * powerOfTwo(twos - half);
}

/** e to the power of any number, minus 1, without losing the digits of a small result; errors as {@link exponential}. */
export function exponentialMinusOne(exponent: number): number {
  // Farther from 0 the subtraction loses nothing; within, e^(x/2) is near 1: e^x − 1 = (e^(x/2) − 1) (e^(x/2) + 1).
  if (!(Math.abs(exponent) < 1)) return exponential(exponent) - 1;
  let half = exponent / 4;
  half *= growth(half);
  half *= half + 2;
  return half * (half + 2);
}

/** A positive `base` to the power of any number, or 0 to the power of one from 0 on; relative error about 1e-15 times the exponent's size. */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (Number.isInteger(exponent) && exponent > 0) return integerPower(base, exponent);
  return base === 0 ? 0 : exponential(exponent * logarithm(base));
}

/** (eʳ − 1) / r = 1 + r/2 (1 + r/3 (1 + r/4 (…))) for |r| ≤ ½ ln 2; what is left out is below 1e-18. */
function growth(rest: number): number {
  let series = 1;
  for (let term = 16; term >= 2; term--) series = 1 + (series * rest) / term;
  return series;
}

function powerOfTwo(exponent: number): number {
  return exponent < 0 ? 1 / integerPower(2, -exponent) : integerPower(2, exponent);
}
