import { multiplyAdd } from './multiply-add';

/** Rows and columns of the piece of a product that fits into the registers, with room for its factors. */
export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;

/**
 * A 4×8 piece of a matrix product, kept in eight registers while the sums run over `depth`.
 * @param depth number of products in each sum
 * @param a left side: four rows' elements side by side, `aStep` bytes from one element of the sums to the next
 * @param b right side: eight columns' elements side by side, `bStep` bytes from one to the next
 * @param c where the piece goes
 * @param rowBytes from one row of `c` to the next
 * @param add whether to add to what `c` holds
 */
export function multiplyTile(
  depth: i32,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  rowBytes: usize,
  add: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  for (; depth > 0; depth--) {
    const b0 = v128.load(b, 0);
    const b1 = v128.load(b, 16);
    let left = v128.load32_splat(a, 0);
    c00 = multiplyAdd(left, b0, c00);
    c01 = multiplyAdd(left, b1, c01);
    left = v128.load32_splat(a, 4);
    c10 = multiplyAdd(left, b0, c10);
    c11 = multiplyAdd(left, b1, c11);
    left = v128.load32_splat(a, 8);
    c20 = multiplyAdd(left, b0, c20);
    c21 = multiplyAdd(left, b1, c21);
    left = v128.load32_splat(a, 12);
    c30 = multiplyAdd(left, b0, c30);
    c31 = multiplyAdd(left, b1, c31);
    a += aStep;
    b += bStep;
  }
  storeRow(c, c00, c01, add);
  c += rowBytes;
  storeRow(c, c10, c11, add);
  c += rowBytes;
  storeRow(c, c20, c21, add);
  c += rowBytes;
  storeRow(c, c30, c31, add);
}

/**
 * The same with a left side whose rows lie each by itself, its elements side by side.
 * @param aRowBytes from one row to the next
 */
export function multiplyTileOfRows(
  depth: i32,
  a: usize,
  aRowBytes: usize,
  b: usize,
  bStep: usize,
  c: usize,
  rowBytes: usize,
  add: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let a1 = a + aRowBytes;
  let a2 = a1 + aRowBytes;
  let a3 = a2 + aRowBytes;
  for (; depth > 0; depth--) {
    const b0 = v128.load(b, 0);
    const b1 = v128.load(b, 16);
    let left = v128.load32_splat(a);
    c00 = multiplyAdd(left, b0, c00);
    c01 = multiplyAdd(left, b1, c01);
    left = v128.load32_splat(a1);
    c10 = multiplyAdd(left, b0, c10);
    c11 = multiplyAdd(left, b1, c11);
    left = v128.load32_splat(a2);
    c20 = multiplyAdd(left, b0, c20);
    c21 = multiplyAdd(left, b1, c21);
    left = v128.load32_splat(a3);
    c30 = multiplyAdd(left, b0, c30);
    c31 = multiplyAdd(left, b1, c31);
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    b += bStep;
  }
  storeRow(c, c00, c01, add);
  c += rowBytes;
  storeRow(c, c10, c11, add);
  c += rowBytes;
  storeRow(c, c20, c21, add);
  c += rowBytes;
  storeRow(c, c30, c31, add);
}

function storeRow(c: usize, left: v128, right: v128, add: bool): void {
  if (add) {
    left = f32x4.add(v128.load(c, 0), left);
    right = f32x4.add(v128.load(c, 16), right);
  }
  v128.store(c, left, 0);
  v128.store(c, right, 16);
}
