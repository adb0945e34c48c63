import { returns, type TensorValue, type ValueOf } from 'descent/grading';
import { EXTENT, type Place } from './shapes.ts';

/** Looks into a network with no help from the answer's functions. */
export const INSPECTION = `
import { tf } from 'descent';

export function inspect(model: tf.LayersModel, images: tf.Tensor4D) {
  const maps = tf.model({ inputs: model.inputs, outputs: model.getLayer('maps').output }).predict(images);
  const [weights, bias] = model.layers[model.layers.length - 1].getWeights();
  return { maps, scores: model.predict(images), weights, bias: bias ?? tf.zeros([3]) };
}
`;

/** What {@link INSPECTION} finds: maps and scores of the images, weights and bias of the last layer. */
export const inspected = returns.record({
  maps: returns.tensor([null, null, null, null], 'float32'),
  scores: returns.tensor([null, 3], 'float32'),
  weights: returns.tensor([null, 3], 'float32'),
  bias: returns.tensor([3], 'float32'),
});

/** The mean over all places of each map of each image, times the weights, plus the bias: what the scores should be. */
export function scoresFrom({ maps, weights, bias }: ValueOf<typeof inspected>): number[][] {
  const [count, h, w, filters] = maps.shape as [number, number, number, number];
  return Array.from({ length: count }, (_, image) =>
    Array.from(bias.data, (offset, target) => {
      let score = offset;
      for (let place = 0; place < h * w; place++) {
        for (let k = 0; k < filters; k++) {
          const value = maps.data[(image * h * w + place) * filters + k]!;
          score += (value * (weights.data[3 * k + target] ?? NaN)) / (h * w);
        }
      }
      return score;
    }),
  );
}

/** The middle of the pixels under the largest cell of a map. @param size pixels of the image in height and width */
export function peakOf({ data, shape }: TensorValue, size: number): Place {
  const [h, w] = shape as [number, number];
  let place = 0;
  for (let other = 1; other < data.length; other++) if (data[other]! > data[place]!) place = other;
  return {
    row: ((Math.floor(place / w) + 0.5) * size) / h - 0.5,
    column: (((place % w) + 0.5) * size) / w - 0.5,
  };
}

/** Whether a place lies in the square that a shape fills. */
export function isInside(place: Place, shape: Place): boolean {
  const [down, right] = [place.row - shape.row, place.column - shape.column];
  return Math.min(down, right) >= 0 && Math.max(down, right) <= EXTENT - 1;
}
