/**
 * Rejected by: where a map is largest
 * Plausible slip: row and column are swapped.
 */
import { tf } from 'descent';

export function locate(map: tf.Tensor2D, size: number): { row: number; column: number } {
  const [h, w] = map.shape;
  const values = map.dataSync();
  const place = values.indexOf(Math.max(...values));
  const middle = (cell: number, cells: number) => ((cell + 0.5) * size) / cells - 0.5;
  return { row: middle(place % w, w), column: middle(Math.floor(place / w), h) };
}
