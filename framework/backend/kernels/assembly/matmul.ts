import { packPanels } from './pack';
import { multiplyTile, TILE_COLUMNS, TILE_ROWS } from './tile';

/** Blocks that stay in the second-level cache. `DEPTH` also says how a long sum is cut into shorter ones. */
const ROWS: i32 = 64;
const COLUMNS: i32 = 256;
const DEPTH: i32 = 256;

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

  const left = scratch;
  const right = left + LEFT_BYTES;
  const tile = right + RIGHT_BYTES;
  for (let firstDepth = 0; firstDepth < depth; firstDepth += DEPTH) {
    const depths: i32 = min(DEPTH, depth - firstDepth);
    const add = accumulate || firstDepth > 0;
    for (let firstColumn = 0; firstColumn < columns; firstColumn += COLUMNS) {
      const width: i32 = min(COLUMNS, columns - firstColumn);
      const bBlock = b + (firstDepth as usize) * bDepthBytes + (firstColumn as usize) * bColumnBytes;
      packPanels(bBlock, width, depths, bColumnBytes, bDepthBytes, TILE_COLUMNS, right);
      for (let firstRow = 0; firstRow < rows; firstRow += ROWS) {
        const height: i32 = min(ROWS, rows - firstRow);
        const aBlock = a + (firstRow as usize) * aRowBytes + (firstDepth as usize) * aDepthBytes;
        packPanels(aBlock, height, depths, aRowBytes, aDepthBytes, TILE_ROWS, left);
        const cBlock = c + (firstRow as usize) * rowBytes + ((firstColumn as usize) << 2);
        const panelBytes = ((depths * TILE_ROWS) as usize) << 2;
        multiplyPacked(height, width, depths, left, panelBytes, right, cBlock, rowBytes, add, tile);
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
  const right = scratch;
  const tile = right + RIGHT_BYTES;
  for (let firstDepth = 0; firstDepth < depth; firstDepth += DEPTH) {
    const depths: i32 = min(DEPTH, depth - firstDepth);
    const add = accumulate || firstDepth > 0;
    const panels = left + ((firstDepth as usize) << 4);
    for (let firstColumn = 0; firstColumn < columns; firstColumn += COLUMNS) {
      const width: i32 = min(COLUMNS, columns - firstColumn);
      const bBlock = b + (firstDepth as usize) * bDepthBytes + (firstColumn as usize) * bColumnBytes;
      packPanels(bBlock, width, depths, bColumnBytes, bDepthBytes, TILE_COLUMNS, right);
      const cBlock = c + ((firstColumn as usize) << 2);
      multiplyPacked(rows, width, depths, panels, panelBytes, right, cBlock, rowBytes, add, tile);
    }
  }
}

/** The product of two packed blocks; pieces that stick out at the edges are computed in `tile` and cut. */
function multiplyPacked(
  height: i32,
  width: i32,
  depth: i32,
  left: usize,
  leftBytes: usize,
  right: usize,
  c: usize,
  rowBytes: usize,
  add: bool,
  tile: usize,
): void {
  const rightBytes = ((depth * TILE_COLUMNS) as usize) << 2;
  for (let column = 0; column < width; column += TILE_COLUMNS, right += rightBytes) {
    let panel = left;
    for (let row = 0; row < height; row += TILE_ROWS, panel += leftBytes) {
      const corner = c + (row as usize) * rowBytes + ((column as usize) << 2);
      if (row + TILE_ROWS <= height && column + TILE_COLUMNS <= width) {
        multiplyTile(depth, panel, right, corner, rowBytes, add);
      } else {
        multiplyTile(depth, panel, right, tile, TILE_COLUMNS << 2, false);
        copyCorner(
          tile,
          min(TILE_ROWS, height - row),
          min(TILE_COLUMNS, width - column),
          corner,
          rowBytes,
          add,
        );
      }
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
