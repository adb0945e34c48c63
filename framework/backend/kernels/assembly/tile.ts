import { multiplyAdd } from './multiply-add';

/** Rows and columns of the piece of a product that fits into the registers, with room for its factors. */
export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;

/**
 * A 4×8 piece of a matrix product, kept in eight registers while the sums run over `depth`.
 * @param depth number of products in each sum
 * @param a packed left side, `[depth, 4]`
 * @param b packed right side, `[depth, 8]`
 * @param c where the piece goes
 * @param rowBytes from one row of `c` to the next
 * @param add whether to add to what `c` holds
 */
export function multiplyTile(depth: i32, a: usize, b: usize, c: usize, rowBytes: usize, add: bool): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  const end = b + ((depth as usize) << 5);
  while (b < end) {
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
    a += 16;
    b += 32;
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
