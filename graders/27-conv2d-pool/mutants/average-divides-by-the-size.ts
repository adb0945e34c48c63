/**
 * Rejected by: the pools of TensorFlow.js
 * Plausible slip: divided by the side of the window, not by its pixels.
 */
import { averagePool as honest, type Image } from '../../../solutions/27-conv2d-pool/exercise.ts';

export function averagePool(image: Image, size: number, stride = size): number[][][] {
  return honest(image, size, stride).map((line) => line.map((pixel) => pixel.map((value) => size * value)));
}
