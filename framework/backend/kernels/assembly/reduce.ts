import { loadFew, storeFew, sumOfLanes } from './lanes';

/** A long sum is cut into sums of this many terms, which keeps its rounding error small. */
const BLOCK: i32 = 256;

/** Sums over the rows of `x` `[rows, columns]`: `sums[column]`. A bias's gradient is one. */
export function columnSums(x: usize, rows: i32, columns: i32, sums: usize): void {
  const rowBytes = (columns as usize) << 2;
  memory.fill(sums, 0, rowBytes);
  for (let first = 0; first < rows; first += BLOCK) {
    const count: i32 = min(BLOCK, rows - first);
    const block = x + (first as usize) * rowBytes;
    for (let column = 0; column < columns; column += 4) {
      const offset = (column as usize) << 2;
      const few = columns - column;
      let source = block + offset;
      let sum = f32x4.splat(0);
      if (few >= 4) {
        for (let row = 0; row < count; row++, source += rowBytes) sum = f32x4.add(sum, v128.load(source));
        v128.store(sums + offset, f32x4.add(v128.load(sums + offset), sum));
      } else {
        for (let row = 0; row < count; row++, source += rowBytes) sum = f32x4.add(sum, loadFew(source, few));
        storeFew(sums + offset, f32x4.add(loadFew(sums + offset, few), sum), few);
      }
    }
  }
}

/** Sums over the columns of `x` `[rows, columns]`: `sums[row]`. */
export function rowSums(x: usize, rows: i32, columns: i32, sums: usize): void {
  const rowBytes = (columns as usize) << 2;
  for (let row = 0; row < rows; row++, x += rowBytes, sums += 4) store<f32>(sums, sumOfFloats(x, columns));
}

/** The sum of `size` floats, in four lanes and blocks, always in the same order. */
export function sumOfFloats(x: usize, size: i32): f32 {
  let total = f32x4.splat(0);
  while (size >= 4) {
    const count: i32 = min(size >> 2, BLOCK);
    let sum = f32x4.splat(0);
    for (let index = 0; index < count; index++, x += 16) sum = f32x4.add(sum, v128.load(x));
    total = f32x4.add(total, sum);
    size -= count << 2;
  }
  return sumOfLanes(f32x4.add(total, loadFew(x, size)));
}

/** The sum of the squares of `size` floats; the norm of a gradient is its root. */
export function sumOfSquares(x: usize, size: i32): f32 {
  let total = f32x4.splat(0);
  while (size >= 4) {
    const count: i32 = min(size >> 2, BLOCK);
    let sum = f32x4.splat(0);
    for (let index = 0; index < count; index++, x += 16) {
      const value = v128.load(x);
      sum = f32x4.add(sum, f32x4.mul(value, value));
    }
    total = f32x4.add(total, sum);
    size -= count << 2;
  }
  const rest = loadFew(x, size);
  return sumOfLanes(f32x4.add(total, f32x4.mul(rest, rest)));
}

/** `sums[segments[row]] += x[row]` for rows of `columns` floats; rows of no segment below `count` are left out. */
export function segmentSums(
  x: usize,
  segments: usize,
  rows: i32,
  columns: i32,
  count: i32,
  sums: usize,
): void {
  const rowBytes = (columns as usize) << 2;
  memory.fill(sums, 0, (count as usize) * rowBytes);
  for (let row = 0; row < rows; row++, segments += 4, x += rowBytes) {
    const segment = load<i32>(segments);
    if (segment < 0 || segment >= count) continue;
    const target = sums + (segment as usize) * rowBytes;
    let offset: usize = 0;
    for (; offset + 16 <= rowBytes; offset += 16) {
      v128.store(target + offset, f32x4.add(v128.load(target + offset), v128.load(x + offset)));
    }
    for (; offset < rowBytes; offset += 4) {
      store<f32>(target + offset, load<f32>(target + offset) + load<f32>(x + offset));
    }
  }
}
