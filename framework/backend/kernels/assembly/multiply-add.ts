/**
 * `sum + a · b` in each of four lanes. The plain module rounds the product, then the sum, as every processor
 * does; the relaxed module lets the processor round once, which is faster and differs in the last bit.
 */
export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum);
  return f32x4.add(sum, f32x4.mul(a, b));
}
