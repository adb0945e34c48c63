import { tensorValue, type TensorValue } from 'descent/grading';

/** An image and its ellipse: x, y, radiusX, radiusY. */
export interface Item {
  readonly image: TensorValue;
  readonly ellipse: readonly number[];
}

/** The images of items in one tensor: `[N, size, size, channels]`. */
export function imagesOf(items: readonly Pick<Item, 'image'>[]): TensorValue {
  const [first] = items;
  const length = first!.image.data.length;
  const values = new Float32Array(items.length * length);
  items.forEach(({ image }, index) => {
    values.set(image.data, index * length);
  });
  return tensorValue(values, [items.length, ...first!.image.shape]);
}

/** Their ellipses: `[N, 4]`. */
export function ellipsesOf(items: readonly Item[]): TensorValue {
  return tensorValue(
    items.flatMap(({ ellipse }) => ellipse),
    [items.length, 4],
  );
}

/** The mean squared error of predicted ellipses `[N, 4]`, over all numbers. */
export function errorOf(predicted: TensorValue, items: readonly Item[]): number {
  const truth = Array.from(ellipsesOf(items).data);
  const squares = truth.map((value, place) => (predicted.data[place]! - value) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / truth.length;
}

/** What always predicting the mean of known ellipses comes to. */
export function errorOfMean(known: readonly Item[], items: readonly Item[]): number {
  const mean = [0, 1, 2, 3].map(
    (part) => known.reduce((sum, { ellipse }) => sum + ellipse[part]!, 0) / known.length,
  );
  const predicted = tensorValue(
    items.flatMap(() => mean),
    [items.length, 4],
  );
  return errorOf(predicted, items);
}
