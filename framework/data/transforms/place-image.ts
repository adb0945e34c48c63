import type { Stream } from '../../random/stream.ts';
import { cosine, sine } from '../generators/sine.ts';

/** How far an image may be moved. */
export interface PlacementAmounts {
  /** Share of height and width. */
  readonly shift: number;
  /** Degrees. */
  readonly rotate: number;
  /** Share. */
  readonly zoom: number;
  readonly flip: 'none' | 'horizontal' | 'vertical' | 'both';
}

/** How an image is moved: first flipped, then rotated and zoomed about its centre, then shifted. */
export interface Placement {
  /** Shares of height and width. */
  readonly down: number;
  readonly right: number;
  readonly sine: number;
  readonly cosine: number;
  /** 1.1 enlarges by a tenth. */
  readonly zoom: number;
  readonly flipsRows: boolean;
  readonly flipsColumns: boolean;
}

/** Draws a placement; undefined where no amount moves anything. Each amount has a stream of its own. */
export function drawPlacement(amounts: PlacementAmounts, stream: Stream): Placement | undefined {
  const { shift, rotate, zoom, flip } = amounts;
  if (shift === 0 && rotate === 0 && zoom === 0 && flip === 'none') return undefined;
  const draw = (name: string, amount: number) =>
    amount === 0 ? 0 : (2 * stream.derive(name).uniform() - 1) * amount;
  const isDrawn = (name: 'horizontal' | 'vertical') =>
    (flip === name || flip === 'both') && stream.derive(name).uniform() < 0.5;
  const angle = (draw('rotate', rotate) * Math.PI) / 180;
  return {
    down: draw('down', shift),
    right: draw('right', shift),
    sine: sine(angle),
    cosine: cosine(angle),
    zoom: 1 + draw('zoom', zoom),
    flipsRows: isDrawn('vertical'),
    flipsColumns: isDrawn('horizontal'),
  };
}

/**
 * Draws an image `[height, width, channels]` at another place. Every pixel of the result asks where it comes from; a
 * place between four pixels gives their bilinear mean.
 * @param outside the value beyond the edge; undefined for that of the nearest pixel
 */
export function resampleImage(
  from: Float32Array,
  into: Float32Array,
  { height, width, channels }: { readonly height: number; readonly width: number; readonly channels: number },
  placement: Placement,
  outside: number | undefined,
): void {
  const [centerRow, centerColumn] = [(height - 1) / 2, (width - 1) / 2];
  const pixel = (row: number, column: number, channel: number): number => {
    if (outside !== undefined && (row < 0 || column < 0 || row >= height || column >= width)) return outside;
    const inRow = row < 0 ? 0 : row >= height ? height - 1 : row;
    const inColumn = column < 0 ? 0 : column >= width ? width - 1 : column;
    return from[(inRow * width + inColumn) * channels + channel]!;
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const y = (row - centerRow - placement.down * height) / placement.zoom;
      const x = (column - centerColumn - placement.right * width) / placement.zoom;
      const turnedY = placement.cosine * y - placement.sine * x;
      const turnedX = placement.sine * y + placement.cosine * x;
      const sourceRow = centerRow + (placement.flipsRows ? -turnedY : turnedY);
      const sourceColumn = centerColumn + (placement.flipsColumns ? -turnedX : turnedX);
      const [top, left] = [Math.floor(sourceRow), Math.floor(sourceColumn)];
      const [below, beside] = [sourceRow - top, sourceColumn - left];
      for (let channel = 0; channel < channels; channel++) {
        const above = (1 - beside) * pixel(top, left, channel) + beside * pixel(top, left + 1, channel);
        const under =
          (1 - beside) * pixel(top + 1, left, channel) + beside * pixel(top + 1, left + 1, channel);
        into[(row * width + column) * channels + channel] = (1 - below) * above + below * under;
      }
    }
  }
}
