import { multiplyAdd } from './multiply-add';

// Elementary functions in four lanes, made of operations that IEEE 754 defines to the last bit, so that they
// give the same bits on every machine; errors in units of the last place are measured in `math.test.ts`.

/** log₂ e, and ln 2 in two parts of which the first has so few digits that its products with exponents are exact. */
const LOG2_E: f32 = 1.44269504088896341;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;

/** e^x; 0 below −104, infinity above 88.73. */
export function exponential(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, f32x4.splat(-104)), f32x4.splat(89));
  const power = f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  const rest = restOf(x, power);
  return scale(f32x4.add(f32x4.splat(1), exponentialMinusOneOfRest(rest)), power);
}

/** e^x − 1, exact to the last places near 0 too. */
export function exponentialMinusOne(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, f32x4.splat(-104)), f32x4.splat(89));
  const power = f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  const rest = exponentialMinusOneOfRest(restOf(x, power));
  // 2ⁿ overflows at n = 128, where the 1 no longer counts.
  const one = f32x4.splat(1);
  const small = f32x4.add(scale(rest, power), f32x4.sub(scale(one, power), one));
  const large = scale(f32x4.add(one, rest), power);
  return v128.bitselect(large, small, f32x4.gt(power, f32x4.splat(30)));
}

/** ln x; −infinity at 0, NaN below. */
export function logarithm(x: v128): v128 {
  const zero = f32x4.splat(0);
  // Numbers too small for a full mantissa are brought into range first.
  const tiny = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, f32x4.splat(33554432)), x, tiny);
  // x = m · 2ⁿ with m from √½ to √2: the bits of √½ are subtracted, so that the exponent turns over there.
  const shifted = i32x4.sub(scaled, i32x4.splat(0x3f3504f3));
  const exponent = i32x4.shr_s(shifted, 23);
  const mantissa = i32x4.add(v128.and(shifted, i32x4.splat(0x7fffff)), i32x4.splat(0x3f3504f3));
  const power = f32x4.sub(f32x4.convert_i32x4_s(exponent), v128.and(tiny, f32x4.splat(25)));
  // ln(1 + f) = f − f²/2 + s (f²/2 + R(s²)), s = f / (2 + f): the series of the inverse hyperbolic tangent.
  const fraction = f32x4.sub(mantissa, f32x4.splat(1));
  const s = f32x4.div(fraction, f32x4.add(fraction, f32x4.splat(2)));
  const square = f32x4.mul(s, s);
  let series = multiplyAdd(square, f32x4.splat(2.0 / 9.0), f32x4.splat(2.0 / 7.0));
  series = multiplyAdd(square, series, f32x4.splat(2.0 / 5.0));
  series = multiplyAdd(square, series, f32x4.splat(2.0 / 3.0));
  series = f32x4.mul(square, series);
  const half = f32x4.mul(f32x4.splat(0.5), f32x4.mul(fraction, fraction));
  const low = multiplyAdd(s, f32x4.add(half, series), f32x4.mul(power, f32x4.splat(LN2_LOW)));
  const sum = f32x4.sub(f32x4.mul(power, f32x4.splat(LN2_HIGH)), f32x4.sub(f32x4.sub(half, low), fraction));
  // Infinity and NaN come back as they are, zero and what lies below get their limits.
  const finite = f32x4.lt(x, f32x4.splat(Infinity));
  let result = v128.bitselect(sum, x, finite);
  result = v128.bitselect(f32x4.splat(-Infinity), result, f32x4.eq(x, zero));
  return v128.bitselect(f32x4.splat(NaN), result, f32x4.lt(x, zero));
}

/** 1 / (1 + e^−x), without overflow on either side. */
export function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  const power = exponential(f32x4.neg(f32x4.abs(x)));
  const numerator = v128.bitselect(power, one, f32x4.lt(x, f32x4.splat(0)));
  return f32x4.div(numerator, f32x4.add(one, power));
}

/** (e^x − e^−x) / (e^x + e^−x) = d / (d + 2) with d = e^2x − 1. */
export function hyperbolicTangent(x: v128): v128 {
  // From 10 on the result rounds to 1.
  const size = f32x4.min(f32x4.abs(x), f32x4.splat(10));
  const difference = exponentialMinusOne(f32x4.add(size, size));
  const result = f32x4.div(difference, f32x4.add(difference, f32x4.splat(2)));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.or(result, sign);
}

/** ln(1 + e^x), as x itself or 0 plus what is left. */
export function softplus(x: v128): v128 {
  const one = f32x4.splat(1);
  const power = exponential(f32x4.neg(f32x4.abs(x)));
  // ln(1 + p) loses the last digits of a small p; the quotient of p by what 1 + p kept of it restores them.
  const sum = f32x4.add(one, power);
  const kept = f32x4.sub(sum, one);
  const none = f32x4.eq(kept, f32x4.splat(0));
  const quotient = f32x4.div(power, v128.bitselect(one, kept, none));
  const rest = v128.bitselect(power, f32x4.mul(logarithm(sum), quotient), none);
  return f32x4.add(f32x4.max(x, f32x4.splat(0)), rest);
}

/** x − n ln 2. */
function restOf(x: v128, power: v128): v128 {
  const high = f32x4.sub(x, f32x4.mul(power, f32x4.splat(LN2_HIGH)));
  return f32x4.sub(high, f32x4.mul(power, f32x4.splat(LN2_LOW)));
}

/** e^r − 1 for |r| ≤ ½ ln 2 by its series to the seventh power; what is left out is below 10⁻⁸ of it. */
function exponentialMinusOneOfRest(rest: v128): v128 {
  let series = multiplyAdd(rest, f32x4.splat(1.0 / 5040.0), f32x4.splat(1.0 / 720.0));
  series = multiplyAdd(rest, series, f32x4.splat(1.0 / 120.0));
  series = multiplyAdd(rest, series, f32x4.splat(1.0 / 24.0));
  series = multiplyAdd(rest, series, f32x4.splat(1.0 / 6.0));
  series = multiplyAdd(rest, series, f32x4.splat(0.5));
  return multiplyAdd(f32x4.mul(rest, rest), series, rest);
}

/** x · 2ⁿ in two steps, as 2ⁿ itself may be too large or too small for a float. */
function scale(x: v128, power: v128): v128 {
  const exponent = i32x4.trunc_sat_f32x4_s(power);
  const half = i32x4.shr_s(exponent, 1);
  return f32x4.mul(f32x4.mul(x, powerOfTwo(half)), powerOfTwo(i32x4.sub(exponent, half)));
}

function powerOfTwo(exponent: v128): v128 {
  return i32x4.shl(i32x4.add(exponent, i32x4.splat(127)), 23);
}
