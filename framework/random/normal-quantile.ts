/* eslint-disable no-loss-of-precision -- coefficients as published, with more digits than a double holds */
/**
 * The quantile function of the standard normal distribution, relative error about 1e-16.
 * It uses only additions, multiplications, divisions and square roots, which IEEE 754 fixes to the last bit,
 * so normal draws are the same on every machine; `Math.log` and `Math.cos`, which Box and Muller's method
 * needs, may differ between engines.
 * Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
 * Applied Statistics 37 (1988), routine PPND16.
 * @param probability strictly between 0 and 1.
 */
export function normalQuantile(probability: number): number {
  const centered = probability - 0.5;
  if (Math.abs(centered) <= 0.425) {
    const r = 0.180625 - centered * centered;
    return (centered * polynomial(CENTER_NUMERATOR, r)) / polynomial(CENTER_DENOMINATOR, r);
  }
  const tail = centered < 0 ? probability : 1 - probability;
  const r = Math.sqrt(-logarithm(tail));
  const value =
    r <= 5
      ? polynomial(MIDDLE_NUMERATOR, r - 1.6) / polynomial(MIDDLE_DENOMINATOR, r - 1.6)
      : polynomial(FAR_NUMERATOR, r - 5) / polynomial(FAR_DENOMINATOR, r - 5);
  return centered < 0 ? -value : value;
}

/**
 * The natural logarithm of a positive normal number, by argument reduction to [√½, √2) and the series
 * ln((1+s)/(1−s)) = 2(s + s³/3 + s⁵/5 + …). The error is below 2 units in the last place.
 */
export function logarithm(value: number): number {
  let exponent = 0;
  let mantissa = value;
  // Powers of two are exact, so this loop loses nothing; it runs at most 1,074 times and here at most 60.
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let odd = 25; odd >= 1; odd -= 2) series = series * square + 1 / odd;
  return exponent * Math.LN2 + 2 * s * series;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let index = coefficients.length - 1; index >= 0; index--) value = value * x + coefficients[index]!;
  return value;
}

const CENTER_NUMERATOR = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTER_DENOMINATOR = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
];
const MIDDLE_NUMERATOR = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const MIDDLE_DENOMINATOR = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_NUMERATOR = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_DENOMINATOR = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
