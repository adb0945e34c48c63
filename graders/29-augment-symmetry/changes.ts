import type { Image } from './digits.ts';

/** An image, moved by whole pixels into the dark. */
export function moved(image: Image, down: number, right: number): number[][] {
  return place(image, (row, column) => [row - down, column - right]);
}

/** An image, turned counterclockwise. */
export function turned(image: Image, degrees: number): number[][] {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middle, center] = [(image.length - 1) / 2, (image[0]!.length - 1) / 2];
  return place(image, (row, column) => {
    const [y, x] = [row - middle, column - center];
    return [middle + cosine * y + sine * x, center + cosine * x - sine * y];
  });
}

/** An image whose pixels come from other places. Each pixel nearby counts the more, the nearer it is. */
function place(image: Image, from: (row: number, column: number) => readonly [number, number]): number[][] {
  return image.map((pixels, row) =>
    pixels.map((_, column) => {
      const [y, x] = from(row, column);
      let sum = 0;
      for (let r = Math.floor(y); r <= Math.floor(y) + 1; r++) {
        for (let c = Math.floor(x); c <= Math.floor(x) + 1; c++) {
          const value = image[r]?.[c] ?? 0;
          sum += (1 - Math.abs(y - r)) * (1 - Math.abs(x - c)) * value;
        }
      }
      return sum;
    }),
  );
}
