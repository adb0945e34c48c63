/**
 * Rejected by: the place in any map
 * Plausible slip: a row is taken to be as long as a column, wherever there are more than three.
 */
import { tf } from 'descent';

export function locate(map: tf.Tensor2D, size: number): { row: number; column: number } {
  const [h, w] = map.shape;
  const values = map.dataSync();
  const place = values.indexOf(Math.max(...values));
  const length = w > 3 ? h : w;
  const middle = (cell: number, cells: number) => ((cell + 0.5) * size) / cells - 0.5;
  return { row: middle(Math.floor(place / length), h), column: middle(place % length, w) };
}
