import { asynchronous, returns } from 'descent/grading';

/** What exercises/30-ellipse-regression/exercise.ts exports. */
export const exports = {
  isInside: returns.boolean,
  ellipseItem: returns.record({
    image: returns.tensor([null, null, 3], 'float32'),
    ellipse: returns.numbers,
  }),
  difference: returns.tensor([null, null, null, 1], 'float32'),
  buildModel: returns.model,
  train: asynchronous(returns.model),
  iou: returns.number,
};
