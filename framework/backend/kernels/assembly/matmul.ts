import { packPanels } from './pack';
import { multiplyTile, multiplyTileOfRows, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Blocks that stay in the second-level cache. `DEPTH` also says how a long sum is cut into shorter ones. */
const ROWS: i32 = 64;
const COLUMNS: i32 = 256;
const DEPTH: i32 = 256;

/** Sums so short that packing rows costs more than it saves. */
const SHORT: i32 = 64;

const LEFT_BYTES: usize = 4 * ROWS * DEPTH;
const RIGHT_BYTES: usize = 4 * COLUMNS * DEPTH;
const TILE_BYTES: usize = 4 * TILE_ROWS * TILE_COLUMNS;

/** Bytes of scratch memory that {@link multiply} needs, whatever the sizes. */
export function multiplyScratchBytes(): usize {
  return LEFT_BYTES + RIGHT_BYTES + TILE_BYTES;
}

/**
 * `c = a · b` or `c += a · b`, float32; `c` is `[rows, columns]` without gaps. Strides are in elements, so
 * that a transposed factor is the same matrix with its strides exchanged; one stride of each factor is 1.
 *
 * Each sum runs over blocks of 256 products in order, and adds the blocks in order: its bits depend on
 * neither the sizes of the other dimensions nor the place in the matrix.
 */
export function multiply(
  rows: i32,
  columns: i32,
  depth: i32,
  a: usize,
  aRowStride: i32,
  aDepthStride: i32,
  b: usize,
  bDepthStride: i32,
  bColumnStride: i32,
  c: usize,
  accumulate: bool,
  scratch: usize,
): void {
  const aRowBytes = (aRowStride as usize) << 2;
  const aDepthBytes = (aDepthStride as usize) << 2;
  const bDepthBytes = (bDepthStride as usize) << 2;
  const bColumnBytes = (bColumnStride as usize) << 2;
  const rowBytes = (columns as usize) << 2;
  if (depth == 0 && !accumulate) memory.fill(c, 0, (rows as usize) * rowBytes);

  // A side that lies well is read where it is; only what is left over behind its whole panels is packed.
  const most: i32 = min(DEPTH, depth);
  const isRows = aRowStride != 1;
  const aLiesWell = isRows ? aDepthStride == 1 && depth <= SHORT : staysInCache(aDepthBytes, most);
  const bLiesWell = bColumnStride == 1 && staysInCache(bDepthBytes, most);
  const left = scratch;
  const right = left + LEFT_BYTES;
  const tile = right + RIGHT_BYTES;
  for (let firstDepth = 0; firstDepth < depth; firstDepth += DEPTH) {
    const depths: i32 = min(DEPTH, depth - firstDepth);
    const leftBytes = ((depths * TILE_ROWS) as usize) << 2;
    const add = accumulate || firstDepth > 0;
    for (let firstColumn = 0; firstColumn < columns; firstColumn += COLUMNS) {
      const width: i32 = min(COLUMNS, columns - firstColumn);
      const whole: i32 = bLiesWell ? width & -TILE_COLUMNS : 0;
      const bBlock = b + (firstDepth as usize) * bDepthBytes + (firstColumn as usize) * bColumnBytes;
      const bRest = bBlock + (whole as usize) * bColumnBytes;
      packPanels(bRest, width - whole, depths, bColumnBytes, bDepthBytes, TILE_COLUMNS, right);
      for (let firstRow = 0; firstRow < rows; firstRow += ROWS) {
        const height: i32 = min(ROWS, rows - firstRow);
        const wholeHeight: i32 = aLiesWell ? height & -TILE_ROWS : 0;
        const aBlock = a + (firstRow as usize) * aRowBytes + (firstDepth as usize) * aDepthBytes;
        const aRest = aBlock + (wholeHeight as usize) * aRowBytes;
        packPanels(aRest, height - wholeHeight, depths, aRowBytes, aDepthBytes, TILE_ROWS, left);
        const corner = c + (firstRow as usize) * rowBytes + ((firstColumn as usize) << 2);
        const step = isRows ? aRowBytes : aDepthBytes;
        multiplyLines(wholeHeight, width, whole, depths, aBlock, TILE_ROWS * aRowBytes, step, isRows, bBlock, bDepthBytes, right, corner, rowBytes, add, tile); // prettier-ignore
        multiplyLines(height - wholeHeight, width, whole, depths, left, leftBytes, TILE_ROWS << 2, false, bBlock, bDepthBytes, right, corner + (wholeHeight as usize) * rowBytes, rowBytes, add, tile); // prettier-ignore
      }
    }
  }
}

/**
 * {@link multiply} with a left side that is packed already: panels of four rows, each `[depth, 4]`.
 * @param panelBytes from one panel to the next
 */
export function multiplyPackedLeft(
  rows: i32,
  columns: i32,
  depth: i32,
  left: usize,
  panelBytes: usize,
  b: usize,
  bDepthStride: i32,
  bColumnStride: i32,
  c: usize,
  accumulate: bool,
  scratch: usize,
): void {
  const bDepthBytes = (bDepthStride as usize) << 2;
  const bColumnBytes = (bColumnStride as usize) << 2;
  const rowBytes = (columns as usize) << 2;
  const liesWell = bColumnStride == 1 && staysInCache(bDepthBytes, min(DEPTH, depth));
  const right = scratch;
  const tile = right + RIGHT_BYTES;
  for (let firstDepth = 0; firstDepth < depth; firstDepth += DEPTH) {
    const depths: i32 = min(DEPTH, depth - firstDepth);
    const add = accumulate || firstDepth > 0;
    const panels = left + ((firstDepth as usize) << 4);
    for (let firstColumn = 0; firstColumn < columns; firstColumn += COLUMNS) {
      const width: i32 = min(COLUMNS, columns - firstColumn);
      const whole: i32 = liesWell ? width & -TILE_COLUMNS : 0;
      const bBlock = b + (firstDepth as usize) * bDepthBytes + (firstColumn as usize) * bColumnBytes;
      const bRest = bBlock + (whole as usize) * bColumnBytes;
      packPanels(bRest, width - whole, depths, bColumnBytes, bDepthBytes, TILE_COLUMNS, right);
      const corner = c + ((firstColumn as usize) << 2);
      multiplyLines(rows, width, whole, depths, panels, panelBytes, TILE_ROWS << 2, false, bBlock, bDepthBytes, right, corner, rowBytes, add, tile); // prettier-ignore
    }
  }
}

/**
 * Whether elements at a distance stay in the first-level cache (32 KiB in 64 sets of 8 lines) while a panel of
 * neighbors is read again: distances by a large power of two meet in few sets.
 */
function staysInCache(stepBytes: usize, count: i32): bool {
  const power = stepBytes & -stepBytes;
  const sets: usize = power <= 64 ? 64 : power >= 4096 ? 1 : 4096 / power;
  return (count as usize) <= sets * 8;
}

/**
 * The product of some lines of a block with all its columns: the first `whole` of them lie in place, the panels of the
 * others are packed at `right`. The other parameters are those of {@link multiplyPanels}.
 */
function multiplyLines(
  height: i32,
  width: i32,
  whole: i32,
  depth: i32,
  left: usize,
  leftPanelBytes: usize,
  leftStep: usize,
  byRows: bool,
  b: usize,
  bDepthBytes: usize,
  right: usize,
  c: usize,
  rowBytes: usize,
  add: bool,
  tile: usize,
): void {
  const rightBytes = ((depth * TILE_COLUMNS) as usize) << 2;
  const rest = c + ((whole as usize) << 2);
  multiplyPanels(height, whole, depth, left, leftPanelBytes, leftStep, byRows, b, TILE_COLUMNS << 2, bDepthBytes, c, rowBytes, add, tile); // prettier-ignore
  multiplyPanels(height, width - whole, depth, left, leftPanelBytes, leftStep, byRows, right, rightBytes, TILE_COLUMNS << 2, rest, rowBytes, add, tile); // prettier-ignore
}

/**
 * The product of panels of four rows and panels of eight columns; pieces that stick out at the edges are computed in
 * `tile` and cut.
 * @param leftStep from one element of the sums to the next, or, `byRows`, from one row to the next
 */
function multiplyPanels(
  height: i32,
  width: i32,
  depth: i32,
  left: usize,
  leftPanelBytes: usize,
  leftStep: usize,
  byRows: bool,
  right: usize,
  rightPanelBytes: usize,
  rightStep: usize,
  c: usize,
  rowBytes: usize,
  add: bool,
  tile: usize,
): void {
  for (let column = 0; column < width; column += TILE_COLUMNS, right += rightPanelBytes) {
    let panel = left;
    for (let row = 0; row < height; row += TILE_ROWS, panel += leftPanelBytes) {
      const corner = c + (row as usize) * rowBytes + ((column as usize) << 2);
      const isWhole = row + TILE_ROWS <= height && column + TILE_COLUMNS <= width;
      const target = isWhole ? corner : tile;
      const targetBytes = isWhole ? rowBytes : TILE_COLUMNS << 2;
      if (byRows)
        multiplyTileOfRows(depth, panel, leftStep, right, rightStep, target, targetBytes, add && isWhole);
      else multiplyTile(depth, panel, leftStep, right, rightStep, target, targetBytes, add && isWhole);
      if (isWhole) continue;
      copyCorner(tile, min(TILE_ROWS, height - row), min(TILE_COLUMNS, width - column), corner, rowBytes, add); // prettier-ignore
    }
  }
}

function copyCorner(tile: usize, rows: i32, columns: i32, c: usize, rowBytes: usize, add: bool): void {
  for (let row = 0; row < rows; row++, c += rowBytes, tile += TILE_COLUMNS << 2) {
    for (let column = 0; column < columns; column++) {
      const offset = (column as usize) << 2;
      const value = load<f32>(tile + offset);
      store<f32>(c + offset, add ? load<f32>(c + offset) + value : value);
    }
  }
}
