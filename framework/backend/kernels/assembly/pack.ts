/**
 * Lays a block of a matrix out in panels, in the order in which {@link multiplyTile} reads it: a panel holds
 * `width` lines (rows of the left side or columns of the right), element by element; missing lines are zeros.
 * @param source the block's first element
 * @param lines number of lines in the block
 * @param depth number of elements of each line
 * @param lineBytes from one line to the next
 * @param depthBytes from one element of a line to the next
 * @param width lines in a panel: 4 or 8
 */
export function packPanels(
  source: usize,
  lines: i32,
  depth: i32,
  lineBytes: usize,
  depthBytes: usize,
  width: i32,
  target: usize,
): void {
  const step = (width as usize) << 2;
  const panelBytes = step * (depth as usize);
  for (let first = 0; first < lines; first += width, target += panelBytes) {
    for (let quad = 0; quad < width; quad += 4) {
      const start = source + ((first + quad) as usize) * lineBytes;
      packFour(
        start,
        lines - first - quad,
        depth,
        lineBytes,
        depthBytes,
        target + ((quad as usize) << 2),
        step,
      );
    }
  }
}

function packFour(
  source: usize,
  lines: i32,
  depth: i32,
  lineBytes: usize,
  depthBytes: usize,
  target: usize,
  step: usize,
): void {
  if (lines >= 4 && lineBytes == 4) packContiguous(source, depth, depthBytes, target, step);
  else if (lines >= 4 && depthBytes == 4) packTransposed(source, depth, lineBytes, target, step);
  else packFew(source, lines, depth, lineBytes, depthBytes, target, step);
}

function packContiguous(source: usize, depth: i32, depthBytes: usize, target: usize, step: usize): void {
  for (let index = 0; index < depth; index++, source += depthBytes, target += step) {
    v128.store(target, v128.load(source));
  }
}

/** Four lines, each contiguous: a transposition by blocks of 4×4. */
function packTransposed(source: usize, depth: i32, lineBytes: usize, target: usize, step: usize): void {
  let line0 = source;
  let line1 = line0 + lineBytes;
  let line2 = line1 + lineBytes;
  let line3 = line2 + lineBytes;
  let index = 0;
  for (; index + 4 <= depth; index += 4) {
    const row0 = v128.load(line0);
    const row1 = v128.load(line1);
    const row2 = v128.load(line2);
    const row3 = v128.load(line3);
    const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
    v128.store(target, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    target += step;
    v128.store(target, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
    target += step;
    v128.store(target, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
    target += step;
    v128.store(target, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
    target += step;
    line0 += 16;
    line1 += 16;
    line2 += 16;
    line3 += 16;
  }
  for (; index < depth; index++, target += step) {
    store<f32>(target, load<f32>(line0), 0);
    store<f32>(target, load<f32>(line1), 4);
    store<f32>(target, load<f32>(line2), 8);
    store<f32>(target, load<f32>(line3), 12);
    line0 += 4;
    line1 += 4;
    line2 += 4;
    line3 += 4;
  }
}

/** Fewer than four lines, or lines whose elements lie apart in both directions. */
function packFew(
  source: usize,
  lines: i32,
  depth: i32,
  lineBytes: usize,
  depthBytes: usize,
  target: usize,
  step: usize,
): void {
  for (let index = 0; index < depth; index++, source += depthBytes, target += step) {
    v128.store(target, f32x4.splat(0));
    const count: i32 = min(lines, 4);
    for (let line = 0; line < count; line++) {
      store<f32>(target + ((line as usize) << 2), load<f32>(source + (line as usize) * lineBytes));
    }
  }
}
