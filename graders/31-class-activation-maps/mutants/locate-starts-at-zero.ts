/**
 * Rejected by: the place in any map
 * Plausible slip: nothing is taken to be larger than 0, so maps without positive values give nothing.
 */
import { tf } from 'descent';

export function locate(map: tf.Tensor2D, size: number): { row: number; column: number } {
  const [h, w] = map.shape;
  const values = map.dataSync();
  const place = Math.max(0, values.indexOf(Math.max(0, ...values)));
  const middle = (cell: number, cells: number) => ((cell + 0.5) * size) / cells - 0.5;
  return { row: middle(Math.floor(place / w), h), column: middle(place % w, w) };
}
