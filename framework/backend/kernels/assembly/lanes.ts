/** Up to three floats from memory, the other lanes zeros; for the end of an array. */
export function loadFew(source: usize, count: i32): v128 {
  let lanes = f32x4.splat(0);
  if (count > 0) lanes = f32x4.replace_lane(lanes, 0, load<f32>(source, 0));
  if (count > 1) lanes = f32x4.replace_lane(lanes, 1, load<f32>(source, 4));
  if (count > 2) lanes = f32x4.replace_lane(lanes, 2, load<f32>(source, 8));
  return lanes;
}

/** The reverse of {@link loadFew}. */
export function storeFew(target: usize, lanes: v128, count: i32): void {
  if (count > 0) store<f32>(target, f32x4.extract_lane(lanes, 0), 0);
  if (count > 1) store<f32>(target, f32x4.extract_lane(lanes, 1), 4);
  if (count > 2) store<f32>(target, f32x4.extract_lane(lanes, 2), 8);
}

/** The sum of four lanes, always in the same order. */
export function sumOfLanes(lanes: v128): f32 {
  const first = f32x4.extract_lane(lanes, 0) + f32x4.extract_lane(lanes, 1);
  const second = f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3);
  return first + second;
}

/** Four floats of an array of which `left` are left; behind its end zeros. */
export function take(source: usize, left: i32): v128 {
  return left >= 4 ? v128.load(source) : loadFew(source, left);
}

/** The reverse of {@link take}: nothing is written behind the end. */
export function give(target: usize, lanes: v128, left: i32): void {
  if (left >= 4) v128.store(target, lanes);
  else storeFew(target, lanes, left);
}
