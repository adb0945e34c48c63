import type { Item } from './judge.ts';

/** Numbers that should be spread evenly from 0 to 1. */
interface Column {
  readonly name: string;
  readonly values: readonly number[];
}

/** Everything that is drawn for an item, each brought to the range from 0 to 1. @param size pixels of the images */
export function columnsOf(items: readonly Item[], size: number): readonly Column[] {
  const column = (name: string, valueOf: (item: Item) => number) => ({ name, values: items.map(valueOf) });
  const placeIn = (center: number, radius: number) => (center - radius) / (1 - 2 * radius);
  const channels = [0, 1, 2].flatMap((part) => [
    column(`channel ${part} of the background`, ({ image }) => image.data[part]!),
    column(`channel ${part} of the ellipse`, ({ image, ellipse }) => {
      const [row, column] = [Math.floor(size * ellipse[1]!), Math.floor(size * ellipse[0]!)];
      return image.data[3 * (size * row + column) + part]!;
    }),
  ]);
  return [
    column('the horizontal radii, from 0 to 1,', ({ ellipse }) => (ellipse[2]! - 0.1) / 0.25),
    column('the vertical radii, from 0 to 1,', ({ ellipse }) => (ellipse[3]! - 0.1) / 0.25),
    column('x within its room, from 0 to 1,', ({ ellipse }) => placeIn(ellipse[0]!, ellipse[2]!)),
    column('y within its room, from 0 to 1,', ({ ellipse }) => placeIn(ellipse[1]!, ellipse[3]!)),
    ...channels,
  ];
}

/** Mean and standard deviation. */
export function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const meanOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const mean = meanOf(values);
  return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
}

/** How two columns go together: 0 for independent ones, about 1 for the same; both are even from 0 to 1. */
export function correlationOf(one: readonly number[], other: readonly number[]): number {
  const products = one.map((value, row) => (value - 0.5) * (other[row]! - 0.5));
  return 12 * spreadOf(products).mean;
}
